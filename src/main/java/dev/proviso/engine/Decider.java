package dev.proviso.engine;

/** Decides questions. Stateless; every method may be called from any thread, and none blocks. */
public final class Decider {

    private Decider() {}

    /** @throws IllegalArgumentException with a sentence for the caller, if the question uses a word that the vocabulary lacks */
    public static Answer decide(Question question, Rulebook rulebook) {
        throw new IllegalStateException("comes with the next commit");
    }
}
