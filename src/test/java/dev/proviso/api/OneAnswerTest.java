package dev.proviso.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.TestSettings;
import dev.proviso.cli.Proviso;
import dev.proviso.cli.StoreInTests;
import dev.proviso.client.Answer;
import dev.proviso.client.ProvisoClient;
import dev.proviso.drools.DroolsRuleCompiler;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same random questions through every way of asking: alone, in a batch, as lines, as evaluations of AuthZEN, by the Java
 * client, and on the command line. All get one answer.
 */
@QuarkusTest
@Tag("system")
class OneAnswerTest {

    private static final int QUESTIONS = Integer.getInteger("one.answer.questions", 300);
    private static final int LOT = 5_000;
    private static final int EVALUATIONS = 200;
    private static final int LINES_AHEAD = 64;
    private static final String VERSION = "2021-11-01";

    /** What is the same however one asks; the rest names the answer, the account's right to ask and the law beside it. */
    private static final List<String> COMPARED = List.of(
            "decision",
            "permitted",
            "policy",
            "version",
            "reasons",
            "remedies",
            "moreRemedies",
            "missing",
            "obligations",
            "validUntil",
            "parts");

    private static final JsonMapper MAPPER = new JsonMapper();

    @ConfigProperty(name = "test.url")
    String address;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<dev.proviso.engine.Decision, Integer> seen = new EnumMap<>(dev.proviso.engine.Decision.class);
    private int evaluated;

    @Test
    void however_one_asks_there_is_one_answer() throws Exception {
        RandomAsker random = new RandomAsker(VERSION, 20_211_101);
        for (int left = QUESTIONS; left > 0; left -= LOT) {
            List<AskedQuestion> questions = new ArrayList<>();
            for (int i = Math.min(LOT, left); i > 0; i--) {
                questions.add(random.next());
            }
            compare(questions);
        }
        System.out.println("one answer: " + QUESTIONS + " questions, " + evaluated + " of them by AuthZEN, " + seen);
        assertThat(seen.values()).as("%s", seen).hasSize(4).allMatch(count -> count > QUESTIONS / 75);
        assertThat(evaluated).isGreaterThan(QUESTIONS / 2);
    }

    private void compare(List<AskedQuestion> questions) throws Exception {
        List<JsonNode> alone = alone(questions);
        alone.forEach(answer -> seen.merge(
                dev.proviso.engine.Decision.valueOf(answer.path("decision").asText()), 1, Integer::sum));
        same("batch", questions, alone, batch(questions));
        same("lines", questions, alone, lines(questions));
        same("client", questions, alone, client(questions));
        same("command line", questions, alone, commandLine(questions));
        authzen(questions, alone);
    }

    private static void same(String way, List<AskedQuestion> questions, List<JsonNode> alone, List<JsonNode> others) {
        assertThat(others).as(way).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(compared(others.get(i)))
                    .as("%s: %s", way, questions.get(i).json())
                    .isEqualTo(compared(alone.get(i)));
        }
    }

    private static ObjectNode compared(JsonNode answer) {
        ObjectNode compared = MAPPER.createObjectNode();
        COMPARED.stream().filter(answer::has).forEach(name -> compared.set(name, answer.path(name)));
        return compared;
    }

    private List<JsonNode> alone(List<AskedQuestion> questions) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        for (AskedQuestion question : questions) {
            answers.add(post("/v1/decisions", question.json()));
        }
        return answers;
    }

    private JsonNode post(String path, JsonNode body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", Client.credentials("service"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    private List<JsonNode> batch(List<AskedQuestion> questions) throws Exception {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode list = body.putArray("questions");
        questions.forEach(question -> list.add(question.json()));
        return each(post("/v1/decisions/batch", body).path("answers"));
    }

    private static List<JsonNode> each(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private List<JsonNode> lines(List<AskedQuestion> questions) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        try (LineStream stream = new LineStream(URI.create(address), true)) {
            for (int i = 0; i < questions.size(); i++) {
                stream.sendInTime(questions.get(i).json().toString());
                if (i >= LINES_AHEAD) {
                    answers.add(MAPPER.readTree(stream.answer().orElseThrow()));
                }
            }
            stream.end();
            for (Optional<String> line = stream.answer(); line.isPresent(); line = stream.answer()) {
                answers.add(MAPPER.readTree(line.get()));
            }
        }
        return answers;
    }

    private List<JsonNode> client(List<AskedQuestion> questions) {
        ProvisoClient client = ProvisoClient.at(URI.create(address))
                .account("service", TestSettings.PASSWORD)
                .timeout(Duration.ofMinutes(5))
                .client();
        List<Answer> answers =
                client.askAll(questions.stream().map(AskedQuestion::client).toList());
        for (Answer answer : answers) {
            assertThat(answer.problem()).isEmpty();
            assertThat(answer.permittedIf(obligation -> true))
                    .isEqualTo(answer.json().path("permitted").asBoolean());
            assertThat(answer.decision().name())
                    .isEqualTo(answer.json().path("decision").asText());
        }
        return answers.stream().map(Answer::json).toList();
    }

    private List<JsonNode> commandLine(List<AskedQuestion> questions) throws Exception {
        Path file = Files.writeString(
                Files.createTempFile(Path.of("target"), "questions", ".ndjson"),
                questions.stream().map(question -> question.json().toString()).collect(Collectors.joining("\n")));
        DroolsRuleCompiler compiler = new DroolsRuleCompiler();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Proviso.command(new Proviso.Surroundings(
                        "1", () -> compiler, TreeMap::new, new StoreInTests(), Clock.systemUTC()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("ask", "policies/website-privacy/" + VERSION + ".md", "--questions", file.toString());
        assertThat(status).as("%s", err).isZero();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            answers.add(MAPPER.readTree(line));
        }
        return answers;
    }

    /** AuthZEN answers yes or no, with the rest as the context. */
    private void authzen(List<AskedQuestion> questions, List<JsonNode> alone) throws Exception {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).isAboutOneKind()) {
                asked.add(i);
            }
        }
        for (int start = 0; start < asked.size(); start += EVALUATIONS) {
            List<Integer> lot = asked.subList(start, Math.min(start + EVALUATIONS, asked.size()));
            ObjectNode body = MAPPER.createObjectNode();
            ArrayNode list = body.putArray("evaluations");
            lot.forEach(i -> list.add(questions.get(i).authzen()));
            List<JsonNode> evaluations =
                    each(post("/access/v1/evaluations", body).path("evaluations"));
            assertThat(evaluations).hasSameSizeAs(lot);
            for (int i = 0; i < lot.size(); i++) {
                JsonNode expected = alone.get(lot.get(i));
                JsonNode evaluation = evaluations.get(i);
                assertThat(evaluation.path("decision").asBoolean())
                        .as("%s", evaluation)
                        .isEqualTo(expected.path("permitted").asBoolean());
                assertThat(compared(evaluation.path("context").path("answer")))
                        .as("AuthZEN: %s", questions.get(lot.get(i)).json())
                        .isEqualTo(compared(expected));
                evaluated++;
            }
        }
    }
}
