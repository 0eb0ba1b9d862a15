package dev.proviso.api.authzen;

import static dev.proviso.api.authzen.Authzen.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.api.ReadmeTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about AuthZEN promises answers to its requests; the service gives them. */
@QuarkusTest
@Tag("system")
class AuthzenPageTest {

    private static final Pattern EXAMPLE = Pattern.compile(
            "```sh\ncurl [^\n]*/access/v1/(\\S+) [^\n]*-d '\n(\\{[^`]*\\})'\n```\n[^`]*(?:`[^`\n]+`[^`]*)*```json\n(\\{[^`]*\\})\n```");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_request_has_the_answer_that_stands_below_it() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("src/site/authzen.md")));
        int found = 0;
        while (examples.find()) {
            found++;
            JsonNode answer = JSON.readTree(post(examples.group(1), examples.group(2))
                    .statusCode(200)
                    .extract()
                    .asString());
            ReadmeTest.assertPromised("", JSON.readTree(examples.group(3)), answer);
        }
        assertThat(found).isEqualTo(6);
    }
}
