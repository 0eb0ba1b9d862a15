package dev.proviso.web.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class FactWordsTest {

    private static final Choices CHOICES =
            new Choices(Documents.vocabulary(new Source("words", """
                    vocabulary: words
                    purposes: {service: {}}
                    operations: {use: {noun: use}}
                    data: {email: {}}
                    circumstances:
                      records: {type: integer, label: How many records there are}
                      sale: {type: boolean, phrase: the data is sold}
                      plain: {type: integer}
                    """)).value().orElseThrow());

    @Test
    void a_fact_is_named_as_people_call_it() {
        assertThat(FactWords.inWords("user.birthDate", CHOICES)).isEqualTo("The user's date of birth");
        assertThat(FactWords.inWords("recipient.country", CHOICES)).isEqualTo("The recipient's country");
        assertThat(FactWords.inWords("circumstances.records", CHOICES)).isEqualTo("How many records there are");
        assertThat(FactWords.inWords("circumstances.sale", CHOICES)).isEqualTo("the data is sold");
    }

    @Test
    void what_has_no_name_goes_by_its_path_alone() {
        for (String path : List.of("circumstances.plain", "circumstances.unheard", "user.attributes.x", "else")) {
            assertThat(FactWords.inWords(path, CHOICES)).as(path).isEmpty();
        }
    }
}
