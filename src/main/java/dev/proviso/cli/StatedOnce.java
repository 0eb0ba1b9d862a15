package dev.proviso.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads {@code NAME=VALUE} of an option that may come more than once, each time with another name: none takes the place of
 * another.
 */
class StatedOnce implements IParameterConsumer {

    /** A name alone states that it holds. */
    static final class OrTrue extends StatedOnce {
        @Override
        String withoutValue(String written, ArgSpec option, CommandSpec command) {
            return "true";
        }
    }

    String withoutValue(String written, ArgSpec option, CommandSpec command) {
        throw wrong(command, option, "takes NAME=VALUE; \"" + written + "\" has no \"=\".");
    }

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's interface
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw wrong(command, option, "lacks its value.");
        }
        String written = arguments.pop();
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        String value = equals < 0 ? withoutValue(written, option, command) : written.substring(equals + 1);
        Map<String, String> stated = option.getValue();
        if (stated.putIfAbsent(name, value) != null) {
            throw wrong(command, option, "says \"" + name + "\" twice.");
        }
    }

    private static ParameterException wrong(CommandSpec command, ArgSpec option, String sentence) {
        String name = option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
        return new ParameterException(command.commandLine(), "The option " + name + " " + sentence);
    }
}
