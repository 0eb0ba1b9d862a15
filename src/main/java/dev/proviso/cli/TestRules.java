package dev.proviso.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.proviso.ruletest.TestReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: whether documents answer as their tests say. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run the tests of policies and laws, and say of each that fails why.",
        footer = {
            "",
            "Exit status: 0 if all pass; 1 where a test fails, a file has mistakes or too little is covered; 2 for wrong use."
        })
final class TestRules implements Callable<Integer> {

    private static final ObjectWriter JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build().writerWithDefaultPrettyPrinter();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Documents, whose tests are in the folder tests beside them; files of tests; or folders.")
    List<Path> files;

    @Mixin
    BesideDocuments beside;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a report in the form of JUnit too.")
    Optional<Path> junit;

    @Option(names = "--json", description = "Print the outcomes as JSON; mistakes in files go to standard error.")
    boolean json;

    @Option(
            names = "--watch",
            description = "Run them again whenever a document, a test or a vocabulary changes, until Ctrl-C ends it.")
    boolean watch;

    @Mixin
    CoverageOptions coverage;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    TestRules(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TestSession session = new TestSession(files, beside.vocabulary, beside.law, surroundings);
        return watch ? watch(session) : status(session, session.run());
    }

    private int status(TestSession session, TestSession.Run run) {
        print(run);
        junit.ifPresent(file -> new JUnitReport(run).write(file));
        boolean enough = coverage.report(session, run, told());
        return run.isRight() && enough ? Proviso.OK : Proviso.MISTAKES;
    }

    /** Where a person looks: not where JSON goes. */
    private PrintWriter told() {
        return json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }

    /**
     * @return what came of the last run, once the thread is interrupted
     * @throws CommandFailure if there is nothing to test
     */
    private int watch(TestSession session) {
        session.requireTests();
        int status = Proviso.OK;
        try (FolderWatch watching = new FolderWatch()) {
            while (true) {
                watching.follow(session.folders());
                status = attempt(session, watching);
                told().println("\nWaiting for a change; Ctrl-C ends it.");
                told().flush();
                watching.next().forEach(file -> told().println("\n" + file + " has changed."));
                told().println();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return status;
        }
    }

    /** What cannot be read now may be readable after the next change. */
    private int attempt(TestSession session, FolderWatch watching) {
        try {
            TestSession.Run run = session.run();
            watching.follow(run.folders());
            return status(session, run);
        } catch (CommandFailure failure) {
            told().println(failure.getMessage());
            return failure.status();
        }
    }

    private void print(TestSession.Run run) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrintWriter err = spec.commandLine().getErr();
            run.findings().values().forEach(findings -> findings.forEach(finding -> err.println(finding + "\n")));
            out.println(json(TestReport.of(run.outcomes())));
        } else {
            out.print(new ReadableRun(run).text());
        }
        out.flush();
    }

    private static String json(TestReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }
}
