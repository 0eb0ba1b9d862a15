package dev.proviso.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keys}: what can be done with wrapping keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "The keys that wrap the keys of persons.",
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field
    KeysCommand() {}

    static CommandLine command(Proviso.Surroundings surroundings) {
        return new CommandLine(new KeysCommand()).addSubcommand("rotate", new RotateKeys(surroundings));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with the keys: rotate.");
    }
}
