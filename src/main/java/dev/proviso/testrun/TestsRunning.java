package dev.proviso.testrun;

/** As many tests run already as are good for a service that has questions to answer, or those of the same person. */
public final class TestsRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TestsRunning() {
        super("Other rule tests are running here: two runs at a time, and one for each person. Try again in a moment.");
    }
}
