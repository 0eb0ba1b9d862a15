package dev.proviso.api;

import static dev.proviso.api.Client.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README promises an answer to its first question; the service gives it. */
@QuarkusTest
@Tag("system")
public class ReadmeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_first_question_has_the_answer_that_stands_below_it() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String question = find("-d '\n(\\{.*?\\})'\n```", readme);
        JsonNode promised = JSON.readTree(find("```json\n(\\{.*?\\})\n```", readme));

        JsonNode answer =
                JSON.readTree(ask(question).statusCode(200).extract().body().asString());

        assertThat(promised.size()).isGreaterThan(8);
        assertPromised("", promised, answer);
    }

    /** Every field that is promised is there; an answer may have more. */
    public static void assertPromised(String path, JsonNode promised, JsonNode given) {
        if (promised.isObject()) {
            promised.properties()
                    .forEach(field ->
                            assertPromised(path + "/" + field.getKey(), field.getValue(), given.path(field.getKey())));
        } else if (promised.isArray() && promised.path(0).isObject()) {
            assertThat(given.size()).as(path).isEqualTo(promised.size());
            for (int i = 0; i < promised.size(); i++) {
                assertPromised(path + "/" + i, promised.path(i), given.path(i));
            }
        } else {
            assertThat(given).as(path).isEqualTo(promised);
        }
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
