package dev.proviso.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {

    @Test
    void people_are_not_told_what_helps_programs() {
        Refused refused = new Refused.Faulty("p@1 has warnings.", " Name them in \"acknowledged\".", Faults.NONE);

        assertThat(refused).hasMessage("p@1 has warnings. Name them in \"acknowledged\".");
        assertThat(refused.forPeople()).isEqualTo("p 1 has warnings.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    law-jp@2 waits for approval.                    | law-jp 2 waits for approval.
                    It says that it is a@2027-01-01, but is b@1.0.  | It says that it is a 2027-01-01, but is b 1.0.
                    "anna@example.com" wrote or submitted p@1.      | "anna@example.com" wrote or submitted p 1.
                    There is no version "p@1".                      | There is no version "p@1".
                    """)
    void a_version_is_named_as_pages_name_it_and_an_account_as_it_is(String said, String shown) {
        assertThat(new Refused.Conflict(said).forPeople()).isEqualTo(shown);
        assertThat(new Refused.Conflict(List.of(said, said)).sentencesForPeople())
                .containsExactly(shown, shown);
    }
}
