package dev.proviso.bench;

import dev.proviso.bench.Task.Clause;
import dev.proviso.bench.Task.Operation;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Task} in the language, with a vocabulary of its own. */
final class TaskDocument {

    static final String POLICY = "task";
    static final String HELD_IN = "CN";

    private static final String FRONT = """
            ---
            policy: task
            version: "1"
            kind: policy
            title: A policy made up for the benchmark
            controller: {name: Example Ltd, country: CN}
            held-in: CN
            vocabulary: task
            timezone: UTC
            effective: 2020-01-01T00:00:00Z
            law-not-drawn: passed-over
            ---

            # A policy made up for the benchmark
            """;

    private static final String TABLES = """

            ## Article %d Ages and periods

            From 16 on one consents alone. Everything is kept for a year.

            ```rules
            No rule: holds the figures that the rules ask for.
            ```

            ```table age-of-consent
            | place | majority | consent | jointly-from |
            | ----- | -------- | ------- | ------------ |
            | *     | 18       | 16      |              |
            ```

            ```table retention
            | purpose | period |
            | ------- | ------ |
            %s
            ```
            """;

    private static final String WORDS = """
            operations:
              collect:  {noun: collection}
              use:      {noun: use}
              disclose: {noun: disclosure}
              transfer: {noun: transfer}
              retain:   {noun: retention}
            recipients:
              self:      {label: The controller itself}
              processor: {label: A company that works on the controller's behalf}
            safeguards: [standard-contract]
            bases: [consent]
            obligations:
              notice-to-user: {label: Tell the user}
            circumstances:
              legal-demand: {type: boolean, phrase: a legal demand was made}
            attributes:
              user: {citizenship: place}
            """;

    private TaskDocument() {}

    static String text(Task task) {
        StringBuilder text = new StringBuilder(FRONT);
        int number = 0;
        for (Clause clause : task.clauses()) {
            number++;
            text.append("\n## Article %d About %s\n\nWhat is done with data for this purpose.\n\n```rules\n%s\n```\n"
                    .formatted(number, clause.purpose(), sentence(clause)));
        }
        String periods = Task.PURPOSES.stream()
                .map(purpose -> "| " + purpose + " | P1Y |")
                .collect(Collectors.joining("\n"));
        return text.append(TABLES.formatted(number + 1, periods)).toString();
    }

    static String vocabulary() {
        return Stream.of(
                                Stream.of("vocabulary: task", "purposes:"),
                                Task.words(Task.PURPOSES),
                                Stream.of("data:"),
                                Task.words(Task.DATA),
                                Stream.of("sources:"),
                                Task.words(Task.SOURCES))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n"))
                + "\n" + WORDS;
    }

    static void write(Task task, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(POLICY));
        Files.writeString(folder.resolve("task.vocabulary.yaml"), vocabulary());
        Files.writeString(folder.resolve(POLICY).resolve("1.md"), text(task));
    }

    static CompiledOnce compile(Task task) {
        Vocabulary words = words();
        var checked = Documents.policy(new Source("task.md", text(task)), List.of(words));
        Policy policy = checked.value()
                .map(CheckedPolicy::policy)
                .orElseThrow(() -> new IllegalStateException(dev.proviso.Shipped.diagnostics(checked)));
        return CompiledOnce.of(policy, words, List.of());
    }

    static Vocabulary words() {
        var checked = Documents.vocabulary(new Source("task.vocabulary.yaml", vocabulary()));
        return checked.value().orElseThrow(() -> new IllegalStateException(dev.proviso.Shipped.diagnostics(checked)));
    }

    private static String sentence(Clause clause) {
        String operations = clause.operations().size() > 1
                ? "any processing"
                : noun(clause.operations().iterator().next());
        String from = clause.sources().size() == Task.SOURCES.size() ? "" : " from " + listed(clause.sources(), "and");
        String to = clause.operations().equals(java.util.Set.of(Operation.DISCLOSE)) ? " to processor" : "";
        return "%s %s of %s for %s%s%s%s."
                .formatted(
                        clause.permits() ? "Permit" : "Forbid",
                        operations,
                        clause.data().size() == Task.DATA.size() ? "any data" : listed(clause.data(), "and"),
                        clause.purpose(),
                        from,
                        to,
                        condition(clause));
    }

    private static String noun(Operation operation) {
        return switch (operation) {
            case USE -> "use";
            case DISCLOSE -> "disclosure";
            case TRANSFER -> "transfer";
            case RETAIN -> "retention";
        };
    }

    private static String condition(Clause clause) {
        return switch (clause.when()) {
            case ALWAYS -> "";
            case CONSENTED -> " if the user consented";
            case LIVES_IN -> " if the user lives in " + listed(clause.places(), "and");
            case MINOR -> " if the user is under " + Task.MINORS_BELOW;
            case OBJECTED -> " if the user objected";
            case NOT_GOING_TO -> " unless the destination is in " + listed(clause.places(), "and");
            case RETENTION_OVER -> " if the retention period is over";
            case NOT_CONSENTED_SEPARATELY -> " unless the user consented separately";
        };
    }

    /** {@code a, b and c}. */
    private static String listed(Collection<String> words, String last) {
        List<String> list = List.copyOf(words);
        return list.size() == 1
                ? list.get(0)
                : String.join(", ", list.subList(0, list.size() - 1)) + " " + last + " " + list.get(list.size() - 1);
    }
}
