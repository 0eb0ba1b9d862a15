package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.Small;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.question.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds this program to what earlier ones decided: each folder is a rulebook as it was stored, with records as they were
 * made. A folder is never changed. To add one before a release: {@code -Pstore-rulebook -Dproviso.store-rulebook=NAME}.
 */
class StoredRulebooksTest {

    private static final Path FOLDERS = Path.of("src", "test", "resources", "stored-rulebooks");
    private static final Path QUESTIONS = FOLDERS.resolve("questions");
    private static final String MANIFEST = "manifest.json";

    /** A record as it was made, in the folder of its rulebook. */
    record Made(Path rulebook, String name) {
        byte[] body() {
            return bytes(rulebook.resolve("records").resolve(name));
        }
    }

    static List<Made> records() throws IOException {
        List<Made> records = new ArrayList<>();
        try (Stream<Path> rulebooks = Files.list(FOLDERS)) {
            for (Path rulebook : rulebooks
                    .filter(folder -> Files.exists(folder.resolve(MANIFEST)))
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.list(rulebook.resolve("records"))) {
                    files.sorted().forEach(file -> records.add(new Made(rulebook, String.valueOf(file.getFileName()))));
                }
            }
        }
        return records;
    }

    @Test
    void there_are_records_of_every_decision() throws IOException {
        assertThat(records())
                .extracting(made ->
                        RecordBody.read(made.body()).answer().get("decision").asText())
                .contains("PERMIT", "DENY", "INDETERMINATE", "NOT_APPLICABLE");
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_of_the_past_is_decided_by_this_program_as_it_was_then(Made made) {
        Stored stored = new Stored();
        StoredRulebook rulebook = read(made.rulebook());
        stored.archive.keep(rulebook);
        UUID id = keep(stored, rulebook, made.body());

        ReplayResult replayed = stored.replaying(Small.library()).replay(id);

        assertThat(replayed.differing()).isEmpty();
        assertThat(replayed.same()).isTrue();
        assertThat(replayed.recorded().get("reasons").findValuesAsText("rule"))
                .isEqualTo(replayed.replayed().get("reasons").findValuesAsText("rule"));
    }

    private static UUID keep(Stored stored, StoredRulebook rulebook, byte[] body) {
        ObjectNode question = RecordBody.read(body).question();
        UUID id = TimedIds.at(Instant.now());
        stored.log.append(List.of(new DecisionRecord(
                id,
                OffsetDateTime.parse(question.get("at").textValue()).toInstant(),
                "service",
                question.get("policy").textValue(),
                rulebook.manifest().policy().version(),
                question.get("purpose").textValue(),
                Decision.DENY,
                false,
                rulebook.manifest().hash(),
                List.of(),
                new DecisionRecord.Body(Optional.empty(), body))));
        return id;
    }

    private static StoredRulebook read(Path folder) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
            for (Path file : files.toList()) {
                parts.put(Content.of(bytes(file)).sha256(), bytes(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        RulebookManifest manifest = RulebookManifest.of(
                new String(bytes(folder.resolve(MANIFEST)), java.nio.charset.StandardCharsets.UTF_8));
        return StoredRulebook.of(manifest, parts);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Tag("store-rulebook")
    void new_folders_are_written_on_request_and_the_run_still_fails() throws IOException {
        Library library = shipped();
        try (Stream<Path> questions = Files.list(QUESTIONS)) {
            for (Path folder : questions.sorted().toList()) {
                write(library, folder, System.getProperty("proviso.store-rulebook", "") + "-" + folder.getFileName());
            }
        }
        assertThat(FOLDERS)
                .as("written; look at it, and run without the switch")
                .isEmptyDirectory();
    }

    private static Library shipped() throws IOException {
        Path folder = Path.of("policies");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), bytes(file)));
        }
        return Library.of(DocumentFolder.read(files, Instant.parse("2026-11-22T00:00:00Z")));
    }

    /** All questions of a folder are of one version and one instant, and so of one rulebook. */
    private static void write(Library library, Path questions, String name) throws IOException {
        Path folder = FOLDERS.resolve(name);
        Files.createDirectories(folder.resolve("records"));
        Files.createDirectories(folder.resolve("parts"));
        try (Stream<Path> files = Files.list(questions)) {
            for (Path question : files.sorted().toList()) {
                Stored stored = new Stored();
                DecisionRecord kept = stored.log
                        .find(stored.decide(library, Files.readString(question)))
                        .orElseThrow();
                Files.writeString(
                        folder.resolve("records").resolve(String.valueOf(question.getFileName())),
                        JsonText.object(kept.body().bytes()).toPrettyString() + "\n");
                write(folder, stored.archive.find(kept.rulebook()).orElseThrow());
            }
        }
    }

    private static void write(Path folder, StoredRulebook rulebook) throws IOException {
        Files.writeString(folder.resolve(MANIFEST), rulebook.manifest().json() + "\n");
        for (Map.Entry<String, Content> part : rulebook.parts().entrySet()) {
            Files.write(
                    folder.resolve("parts").resolve(part.getKey()),
                    part.getValue().bytes());
        }
    }
}
