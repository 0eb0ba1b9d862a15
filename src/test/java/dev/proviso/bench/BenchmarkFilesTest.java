package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.bench.KnownQuestions.Known;
import dev.proviso.engine.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writes the questions and the documents that {@code src/bench/run} asks over HTTP. Each file of questions has a line for
 * each: what tells it from the others in its answer, the answer that is known, and the body, with tabs between them.
 */
@Tag("bench")
class BenchmarkFilesTest {

    private static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench/files"));
    private static final int QUESTIONS = Integer.getInteger("bench.questions", 2_000);

    @Test
    void questions_about_the_website() throws IOException {
        KnownQuestions known = new KnownQuestions(20_211_101, Integer.getInteger("bench.confirmed", 40));
        int open = QUESTIONS / 100;
        int permitted = QUESTIONS * 27 / 100;
        List<Known> mixed = new ArrayList<>(known.mixed(Map.of(
                Decision.PERMIT, permitted,
                Decision.INDETERMINATE, open,
                Decision.DENY, QUESTIONS - permitted - open)));
        Collections.shuffle(mixed, new Random(1));
        write("website-mixed.tsv", mixed);
        write("website-permit.tsv", known.mixed(Map.of(Decision.PERMIT, QUESTIONS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400, 4_000})
    void the_task(int clauses) throws IOException {
        Task task = new Task(clauses, 1);
        Path folder = FOLDER.resolve("task-" + clauses);
        TaskDocument.write(task, folder.resolve("proviso"));
        TaskPeers.write(task, folder);
        List<String> ours = new ArrayList<>();
        List<String> cerbos = new ArrayList<>();
        List<String> cedar = new ArrayList<>();
        for (TaskQuestion question : task.questions(QUESTIONS)) {
            boolean permitted = task.permits(question);
            Decision known = permitted ? Decision.PERMIT : Decision.DENY;
            ours.add(question.at() + "\t" + known + "\t" + question.json());
            cedar.add("u-" + question.number() + "\t" + question.purpose() + "\t" + known + "\t"
                    + TaskPeers.cedarContext(question));
            cerbos.add("q-" + question.number() + "\t" + (permitted ? "ALLOW" : "DENY") + "\t"
                    + TaskPeers.cerbosBody(question));
        }
        Files.write(folder.resolve("questions.tsv"), ours);
        Files.write(folder.resolve("cerbos.tsv"), cerbos);
        Files.write(folder.resolve("cedar.tsv"), cedar);
    }

    private static void write(String name, List<Known> questions) throws IOException {
        Files.createDirectories(FOLDER);
        assertThat(questions.stream().map(each -> each.json().path("at").asText()))
                .doesNotHaveDuplicates();
        Files.write(
                FOLDER.resolve(name),
                questions.stream()
                        .map(each -> each.json().path("at").asText() + "\t" + each.expected() + "\t" + each.json())
                        .toList());
    }
}
