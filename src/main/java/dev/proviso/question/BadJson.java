package dev.proviso.question;

import java.util.List;

/** A JSON text that is not what was asked for, with every mistake in it. */
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** @param mistakes at least one */
    public BadJson(List<Mistake> mistakes) {
        super(mistakes.get(0).sentence());
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
