package dev.proviso.bench;

import dev.proviso.decision.AnswerText;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.drools.DroolsRuleCompilers;
import dev.proviso.ledger.InMemorySeals;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.record.InMemoryDecisionLog;
import dev.proviso.record.InMemoryRulebookArchive;
import dev.proviso.record.Masks;
import dev.proviso.record.PendingRecord;
import dev.proviso.record.RecordStore;
import dev.proviso.record.RecordWriter;
import dev.proviso.record.Recorder;
import dev.proviso.record.TimedIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One question about the website policy, answered; and what there is to record of it, for one user or another. */
final class AnsweredQuestion {

    static final String QUESTION = """
            {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00",
             "purpose": "marketing.messages.email", "data": "contact.email", "source": "direct",
             "user": {"id": "USER", "country": "CN", "birthDate": "1986-03-01",
               "consents": [{"by": "user", "form": "explicit", "scope": ["marketing.messages.email"],
                             "givenAt": "2016-01-15T00:00:00Z"}],
               "objections": [{"scope": ["marketing"], "madeAt": "2016-01-30T00:00:00Z"}]}}
            """;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    private record Given(DecisionRequest request, byte[] answer) {}

    private static final DroolsRuleCompilers COMPILERS = new DroolsRuleCompilers();

    static {
        dev.proviso.QuietRuleEngine.apply();
    }

    private final Map<String, Given> answers = new ConcurrentHashMap<>();
    private final Decided decided;
    private final Recorder recorder;

    AnsweredQuestion() {
        PolicyDecisionPoint asking = new PolicyDecisionPoint(
                library(), COMPILERS.under(COMPILERS.baseRules()), Runnable::run, Duration.ofMinutes(1), "0.1.0");
        DecisionRequest request = request("u-1");
        decided = asking.ask(request.ask(), request::questions).join();
        RecordStore nowhere =
                new RecordStore(new InMemoryDecisionLog(), new InMemoryRulebookArchive(), new InMemorySeals());
        recorder = new Recorder(
                new RecordWriter(nowhere, RecordWriter.Mode.PROMPT, 1),
                new Masks(List.of()),
                "0.1.0",
                COMPILERS.baseRules());
    }

    private static DecisionRequest request(String user) {
        return DecisionRequest.read(QUESTION.replace("USER", user).getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    /** Reads the question and words its answer: what is done before anything is recorded. */
    byte[] answer(String user) {
        return AnswerText.compact(DecisionAnswer.of(TimedIds.at(Instant.now()), request(user), decided, false));
    }

    /** What there is to record of an answer that was worded before: what recording adds. */
    PendingRecord recording(String user) {
        Given given = answers.computeIfAbsent(user, each -> new Given(request(each), answer(each)));
        UUID id = TimedIds.at(Instant.now());
        return recorder.recording(id, "service", given.request(), given.request(), decided, given.answer());
    }

    private static Library library() {
        Path folder = Path.of("policies");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Library.of(DocumentFolder.read(files, Instant.parse("2026-11-22T00:00:00Z")));
    }
}
