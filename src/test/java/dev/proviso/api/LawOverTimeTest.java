package dev.proviso.api;

import static dev.proviso.api.Client.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tour asks one question at four dates, and says what comes back. */
@QuarkusTest
@Tag("system")
class LawOverTimeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d{4}-\\d{2}-\\d{2}) \\| (\\w+) \\| `([\\w-]+)` (\\S+) \\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern QUESTION = Pattern.compile("-d '\n(\\{.*?\\})'\n```", Pattern.DOTALL);

    private static String section() throws IOException {
        String tour = Files.readString(Path.of("src", "site", "tour.md"));
        return tour.substring(tour.indexOf("## One question, four answers"));
    }

    @Test
    void one_question_is_answered_at_four_dates_as_the_table_says() throws IOException {
        String section = section();
        String question =
                QUESTION.matcher(section).results().findFirst().orElseThrow().group(1);
        List<MatchResult> rows = ROW.matcher(section).results().toList();

        assertThat(rows).hasSize(4);
        for (MatchResult row : rows) {
            ObjectNode asked = (ObjectNode) JSON.readTree(question);
            asked.put("at", row.group(1) + "T10:00:00+08:00");
            JsonNode answer = JSON.readTree(
                    ask(asked.toString()).statusCode(200).extract().body().asString());
            JsonNode reason = answer.path("reasons").path(0);

            assertThat(answer.path("decision").asText()).as(row.group()).isEqualTo(row.group(2));
            assertThat(reason.path("document").asText()).as(row.group()).isEqualTo(row.group(3));
            assertThat(reason.path("rule").asText()).as(row.group()).isEqualTo(row.group(4));
            if (row.group(2).equals("PERMIT")) {
                assertThat(reason.path("rows").findValuesAsText("citation"))
                        .as(row.group())
                        .containsExactly(row.group(5));
            } else {
                assertThat(reason.path("rows").findValuesAsText("value"))
                        .as(answer.toString())
                        .isNotEmpty()
                        .containsOnly("FALSE");
            }
        }
    }
}
