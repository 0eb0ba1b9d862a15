package dev.proviso.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.proviso.coverage.Coverage;
import dev.proviso.coverage.CoverageText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code test} reports of how much the tests exercise, and how much of it they must. */
final class CoverageOptions {

    @Option(names = "--coverage", description = "Say which rules, conditions and rows the tests do not exercise.")
    boolean text;

    @Option(names = "--coverage-json", paramLabel = "FILE", description = "Write the coverage as JSON.")
    Optional<Path> json = Optional.empty();

    @Option(
            names = "--coverage-html",
            paramLabel = "FILE",
            description = "Write the coverage as a page that shows the documents, coloured.")
    Optional<Path> html = Optional.empty();

    @Option(
            names = "--require",
            paramLabel = "PERCENT",
            description = "The coverage that each document under test must have at least.")
    Optional<Integer> require = Optional.empty();

    /**
     * Measures and reports what was asked for.
     *
     * @return whether each document is covered as far as is required
     * @throws CommandFailure if a file cannot be written, or what is required is no percentage
     */
    boolean report(TestSession session, TestSession.Run run, PrintWriter out) {
        require.filter(percent -> percent < 0 || percent > 100).ifPresent(percent -> {
            throw CommandFailure.wrongUse("What --require names is a percentage: a whole number from 0 to 100.");
        });
        if (!text && json.isEmpty() && html.isEmpty() && require.isEmpty()) {
            return true;
        }
        Coverage coverage = Coverage.of(run.outcomes(), session.subjects(run));
        json.ifPresent(file -> write(coverage, file));
        html.ifPresent(file -> new CoveragePage(coverage).write(file));
        if (text) {
            out.print("\n" + new CoverageText(coverage).text());
        }
        List<Coverage.Document> lacking = coverage.below(require.orElse(0));
        lacking.forEach(document -> out.println("The tests of " + document.document() + " " + document.version()
                + " cover " + document.percent() + "%; " + require.orElse(0) + "% are required."));
        out.flush();
        boolean nothing = require.isPresent() && coverage.documents().isEmpty();
        return lacking.isEmpty() && !nothing;
    }

    private static void write(Coverage coverage, Path file) {
        try {
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(file.toFile(), coverage);
        } catch (IOException e) {
            throw CommandFailure.wrongUse("The report " + file + " cannot be written.");
        }
    }
}
