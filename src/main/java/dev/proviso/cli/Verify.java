package dev.proviso.cli;

import dev.proviso.publication.Verification;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code verify}: whether what was published is as it was published. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check every record and document of the store against the chain of publications, and the ledgers of users",
            "against theirs.",
            "It reads the database that the service would use, and changes nothing of what is published."
        },
        footer = {"", "Exit status: 0, 1 where something is wrong, 2 for wrong use."})
final class Verify implements Callable<Integer> {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the field
    Verify(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return surroundings.verification().get().map(this::told).orElseGet(() -> {
            spec.commandLine().getErr().println("The store cannot be read, and nothing was verified.");
            return Proviso.WRONG_USE;
        });
    }

    private int told(Verification verification) {
        PrintWriter out = spec.commandLine().getOut();
        if (verification.damage().isPresent()) {
            out.println(verification.damage().get());
            return Proviso.MISTAKES;
        }
        out.println(
                "All " + verification.records()
                        + " records of the chain and their documents are as they were published, and no user's ledger is broken.");
        out.println("The last record has the hash " + verification.head() + ".");
        return Proviso.OK;
    }
}
