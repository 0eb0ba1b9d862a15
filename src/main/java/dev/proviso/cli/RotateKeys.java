package dev.proviso.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keys rotate}: a new wrapping key, before the period of the current one is over. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Make a new key that wraps the keys of persons, and wrap all of them by it.",
            "The old key is destroyed by the service, once proviso.keys.grace is over.",
            "It uses the database and the folder of keys that the service would use, and may run beside the service, unless",
            "that one uses the PostgreSQL that it brings along."
        },
        footer = {"", "Exit status: 0, 2 where the keys cannot be rotated, and for wrong use."})
final class RotateKeys implements Callable<Integer> {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the field
    RotateKeys(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return surroundings.store().rotateKeys().map(this::told).orElseGet(() -> {
            spec.commandLine().getErr().println("The keys were not rotated, or not all of them. This can be repeated.");
            return Proviso.WRONG_USE;
        });
    }

    private int told(Store.Rotated rotated) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The wrapping key " + rotated.current() + " is current, and wraps the keys of all persons.");
        if (!rotated.retired().isEmpty()) {
            out.println("Kept until their grace is over: " + String.join(", ", rotated.retired()) + ".");
        }
        return Proviso.OK;
    }
}
