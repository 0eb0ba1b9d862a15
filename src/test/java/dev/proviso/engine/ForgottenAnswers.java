package dev.proviso.engine;

/** Lets a rulebook forget the answers that it remembers, and nothing else, so that its rules decide the next question. */
public final class ForgottenAnswers {

    private ForgottenAnswers() {}

    public static void of(Rulebook rulebook) {
        // One generation after the other.
        rulebook.memo().age();
        rulebook.memo().age();
    }
}
