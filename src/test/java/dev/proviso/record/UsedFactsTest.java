package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Small;
import dev.proviso.engine.User;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.question.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedFactsTest {

    private static final Instant AT = Instant.parse("2016-02-01T02:00:00Z");
    private static final String BARE =
            "{\"policy\": \"website-privacy\", \"purpose\": \"marketing\", \"data\": \"contact.email\", \"user\": {\"id\": \"u-1\"}}";
    private static final Edition EDITION = edition();

    private static Edition edition() {
        try {
            Path policies = Path.of("policies");
            Map<String, byte[]> files = Map.of(
                    "privacy.vocabulary.yaml", Files.readAllBytes(policies.resolve("privacy.vocabulary.yaml")),
                    "2016.md", Files.readAllBytes(policies.resolve("website-privacy/2016-01-14.md")));
            return Library.of(DocumentFolder.read(files, AT))
                    .version("website-privacy", "2016-01-14")
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static User user(ObjectNode question) {
        return DecisionRequest.again(question, AT).questions(EDITION).get(0).user();
    }

    private static ObjectNode stating(String user) {
        return JsonText.object(Small.bytes(BARE.replace("{\"id\": \"u-1\"}", user)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"consents\": null, \"objections\": null, \"refusals\": null, \"uses\": null}",
                "{\"country\": \"CN\", \"timeZone\": \"Asia/Shanghai\", \"birthDate\": \"1986-03-01\", \"uses\":"
                        + " [\"2016-01-15T00:00:00Z\"], \"attributes\": {\"citizenship\": \"CN\"}}",
                "{\"consents\": [{\"by\": \"guardian\", \"form\": \"separate\", \"scope\": [\"marketing\", \"contact\"],"
                        + " \"givenAt\": \"2016-01-15T00:00:00.123456Z\", \"withdrawnAt\": \"2016-01-16T00:00:00Z\"}]}",
                "{\"country\": \"DE\", \"consents\": [{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"marketing\"],"
                        + " \"givenAt\": \"2016-01-15T00:00:00Z\", \"givenIn\": \"AT\"},"
                        + " {\"by\": \"user\", \"scope\": [\"service\"], \"withdrawnAt\": \"2016-01-16T00:00:00Z\"}]}",
                "{\"objections\": [{\"scope\": [\"*\", \"marketing\"], \"madeAt\": \"2016-01-15T00:00:00Z\"},"
                        + " {\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-15T00:00:00Z\", \"liftedAt\":"
                        + " \"2016-01-16T00:00:00Z\"}]}",
                "{\"refusals\": [\"cookie\", {\"scope\": [\"beacon\"], \"madeAt\": \"2016-01-15T00:00:00Z\"}],"
                        + " \"attributes\": {\"citizenship\": null}}"
            })
    void what_was_known_of_a_user_is_read_again_as_it_was(String stated) {
        User known = user(stating(stated));

        ObjectNode facts = UsedFacts.of(JsonText.object(Small.bytes(BARE)), known);

        assertThat(user(facts)).isEqualTo(known);
        assertThat(facts.at("/user/id").asText()).isEqualTo("u-1");
        assertThat(facts.get("purpose").asText()).isEqualTo("marketing");
    }

    @Test
    void an_age_that_the_question_states_stays_as_it_stated_it() {
        ObjectNode asked = stating("{\"ageAtLeast\": 18}");

        ObjectNode facts = UsedFacts.of(asked, user(asked));

        assertThat(facts.at("/user/ageAtLeast").asInt()).isEqualTo(18);
        assertThat(user(facts)).isEqualTo(user(asked));
    }

    @Test
    void the_question_itself_stays_as_it_was_asked() {
        ObjectNode asked = JsonText.object(Small.bytes(BARE));

        UsedFacts.of(asked, user(stating("{\"country\": \"CN\"}")));

        assertThat(asked).isEqualTo(JsonText.object(Small.bytes(BARE)));
    }
}
