package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Atom.Attribute.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A code of a place that was taken before there was a list of them: no new text has one, and no published one fails for it. */
class FormerPlacesTest {

    private static final String TEXT = "---\npolicy: small\nversion: \"1\"\nkind: policy\ntitle: Small\n"
            + "controller: {name: Example, country: GB}\nheld-in: GB\nvocabulary: small\ntimezone: UTC\n"
            + "effective: 2020-01-01T00:00:00Z\n---\n\n"
            + "## 1 Use\n\n```rules\n(1) Permit use of name for service if the user lives in DE.\n```\n\n"
            + "```table sensitive\n| place | data |\n|---|---|\n| GB-SCT | name |\n```\n\n"
            + "```table groups\n| group | member |\n|---|---|\n| G7 | JP |\n```\n\n"
            + "```table transfers\n| origin | destination | mechanism | accepts | when |\n|---|---|---|---|---|\n"
            + "| EU | US | adequacy | adequacy | |\n```\n";

    /** What is written otherwise. */
    private record Case(String right, String former) {

        String text() {
            return TEXT.replace(right, former);
        }
    }

    static final List<Case> CASES = List.of(
            new Case("Example, country: GB", "Example, country: ZZ"),
            new Case("held-in: GB", "held-in: UK"),
            new Case("lives in DE", "lives in SU"),
            new Case("lives in DE", "lives in US-ZZ"),
            new Case("| GB-SCT |", "| GB-SCO |"),
            new Case("| JP |", "| XX |"),
            new Case("| G7 |", "| UK |"),
            new Case("| US |", "| EL |"));

    @ParameterizedTest
    @FieldSource("CASES")
    void a_published_document_has_it_still_and_no_new_one(Case one) {
        var source = new Source("small.md", one.text());

        assertThat(Documents.policy(new Source("small.md", TEXT), Vocabularies.ALL)
                        .diagnostics())
                .isEmpty();
        assertThat(Documents.policy(source, Vocabularies.ALL).value()).isEmpty();
        assertThat(Documents.publishedPolicy(source, Vocabularies.ALL).value()).isPresent();
    }

    @Test
    void a_published_vocabulary_has_it_still_and_no_new_one() {
        var source = new Source("small", """
                vocabulary: small
                purposes:
                  service: {}
                operations:
                  use: {noun: use}
                data:
                  email: {attributes: {kept: ZZ}}
                sources:
                  direct: {}
                recipients:
                  self: {}
                attributes:
                  data: {kept: place}
                """);

        assertThat(Documents.vocabulary(source).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("literal");
        assertThat(Documents.publishedVocabulary(source)
                        .value()
                        .orElseThrow()
                        .attributes()
                        .get(Owner.DATA))
                .containsKey("kept");
    }

    @Test
    void what_was_no_place_then_is_none_now() {
        var source = new Source("small.md", TEXT.replace("lives in DE", "lives in uk"));

        assertThat(Documents.publishedPolicy(source, Vocabularies.ALL).value()).isEmpty();
    }
}
