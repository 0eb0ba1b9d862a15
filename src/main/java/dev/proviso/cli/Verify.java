package dev.proviso.cli;

import dev.proviso.ledger.LedgerHead;
import dev.proviso.publication.Verification;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: whether what was published is as it was published. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check every record and document of the store against the chain of publications, what happened to drafts and the",
            "ledgers of users against theirs, and the keys of persons against whose they are.",
            "It reads the database that the service would use, and changes nothing of what is published."
        },
        footer = {"", "Exit status: 0, 1 where something is wrong, 2 for wrong use."})
final class Verify implements Callable<Integer> {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--ledger-head",
            paramLabel = "HEAD",
            description =
                    "How far the ledgers went, as an earlier run or the log of the service said: is all of it still there?")
    Optional<String> noted = Optional.empty();

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the field
    Verify(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return surroundings
                .store()
                .verify(noted.map(Verify::head))
                .map(this::told)
                .orElseGet(() -> {
                    spec.commandLine().getErr().println("The store cannot be read, and nothing was verified.");
                    return Proviso.WRONG_USE;
                });
    }

    private static LedgerHead head(String text) {
        return LedgerHead.read(text)
                .orElseThrow(
                        () -> CommandFailure.wrongUse(
                                "\"" + text + "\" is no head of the ledgers. It has the form that \"verify\""
                                        + " prints: 16 numbers with hyphens between them, a colon, and 64 hexadecimal digits."));
    }

    private int told(Store.Verified verified) {
        PrintWriter out = spec.commandLine().getOut();
        verified.strangers().forEach(spec.commandLine().getErr()::println);
        Verification published = verified.published();
        if (published.damage().isPresent()) {
            out.println(published.damage().get());
            return Proviso.MISTAKES;
        }
        out.println("All " + published.records()
                + " records of the chain and their documents are as they were published; no draft was changed, and"
                + " no user's ledger is broken.");
        out.println("The last record has the hash " + published.head() + ".");
        out.println("The ledgers have " + verified.ledgers().events() + " events; their head is " + verified.ledgers());
        return Proviso.OK;
    }
}
