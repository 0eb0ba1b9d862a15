package dev.proviso.cli;

/** Ends a command with a sentence and an exit status. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private CommandFailure(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static CommandFailure mistakes(String sentence) {
        return new CommandFailure(Proviso.MISTAKES, sentence);
    }

    static CommandFailure wrongUse(String sentence) {
        return new CommandFailure(Proviso.WRONG_USE, sentence);
    }

    int status() {
        return status;
    }
}
