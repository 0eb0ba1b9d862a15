package dev.proviso.cli;

import dev.proviso.engine.RuleCompiler;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.SortedMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as a command. */
@Command(
        name = "proviso",
        mixinStandardHelpOptions = true,
        description = "A privacy policy that lawyers write, kept in versions and decided by rules.",
        footer = {
            "",
            "Without a command the service starts.",
            "Exit status: 0, 1 where a document has mistakes, 2 for wrong use."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Proviso implements Runnable {

    static final int OK = 0;
    static final int MISTAKES = 1;
    static final int WRONG_USE = 2;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field
    private Proviso() {}

    /**
     * What a command needs from outside.
     *
     * @param version of this program
     * @param compiler made when a command first needs it
     * @param packaged the files of the documents that this program brings along, by path
     * @param store opened when a command needs it
     */
    public record Surroundings(
            String version,
            Supplier<RuleCompiler> compiler,
            Supplier<SortedMap<String, byte[]>> packaged,
            Store store,
            Clock clock) {}

    /** The command, ready to execute. */
    public static CommandLine command(Surroundings surroundings) {
        CommandLine command = new CommandLine(new Proviso())
                .addSubcommand("check", new Check(surroundings))
                .addSubcommand("test", new TestRules(surroundings))
                .addSubcommand("ask", new AskFile(surroundings))
                .addSubcommand("compare", new Compare(surroundings))
                .addSubcommand("compile", new Compile(surroundings))
                .addSubcommand("verify", new Verify(surroundings))
                .addSubcommand("keys", KeysCommand.command(surroundings));
        command.getCommandSpec().version("Proviso " + surroundings.version());
        return command.setExecutionExceptionHandler(Proviso::sentence).setParameterExceptionHandler(Proviso::usage);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** A failure with a sentence of its own ends in that sentence; anything else is a defect of this program, and shows. */
    private static int sentence(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof CommandFailure known) {
            command.getErr().println(known.getMessage());
            return known.status();
        }
        throw failure;
    }

    private static int usage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        }
        return WRONG_USE;
    }
}
