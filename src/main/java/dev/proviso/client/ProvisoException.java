package dev.proviso.client;

/** A call that did not succeed. For events of a user: nothing is known to be recorded. */
public final class ProvisoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProvisoException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
