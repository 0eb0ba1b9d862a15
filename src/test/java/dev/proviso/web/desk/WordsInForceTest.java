package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.document.Diagnostic;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Refused;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A vocabulary that is announced, and not in force yet: nobody can write in its words before they are. */
@QuarkusTest
@Tag("system")
class WordsInForceTest extends WritesVersions {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void the_editor_tells_and_offers_what_submission_will_find() {
        Shouting shouting = Shouting.inForce(drafting, publishing);
        announce(shouting.id() + "-words", shouting.words("2", "\n  parcels: {label: Parcels}"));
        Content text = shouting.policy("2", "Permit use of address for parcels.", "");
        drafting.draft(shouting.id(), false, text, by("drafter"));
        Someone drafter = Someone.signedInAs("drafter");

        JsonPath checked = drafter.form()
                .formParam("text", text.text())
                .post(shouting.draft("2") + "/editor/check")
                .jsonPath();
        String offered = drafter.request()
                .get(shouting.draft("2") + "/editor/words")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Refused.Faulty refused = catchThrowableOfType(
                Refused.Faulty.class,
                () -> drafting.submit(shouting.id(), "2", List.of("*"), by("drafter"), DraftService.ANY));

        assertThat(checked.getList("mistakes.message", String.class))
                .anyMatch(message -> message.contains("parcels"))
                .containsExactlyElementsOf(refused.faults().diagnostics().stream()
                        .map(Diagnostic::message)
                        .toList());
        assertThat(offered).contains("mailing").doesNotContain("parcels");
    }

    private void announce(String name, Content words) {
        drafting.draft(name, true, words, by("drafter"));
        drafting.submit(name, "2", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(name, "2", "", by("approver"), DraftService.ANY);
        publishing.publish(name, "2", Optional.of(LATER), by("publisher"), DraftService.ANY);
    }
}
