package dev.proviso.cli;

/** Ends a command with a sentence and an exit status. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private Failure(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static Failure mistakes(String sentence) {
        return new Failure(Proviso.MISTAKES, sentence);
    }

    static Failure wrongUse(String sentence) {
        return new Failure(Proviso.WRONG_USE, sentence);
    }

    int status() {
        return status;
    }
}
