package dev.proviso.testrun;

/** Tests of a draft are running already, and one run is enough for a service that has questions to answer. */
public final class TestsRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TestsRunning() {
        super("The tests of another draft are running here, and one run at a time is enough. Try again in a moment.");
    }
}
