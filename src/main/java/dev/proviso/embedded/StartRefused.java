package dev.proviso.embedded;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The program does not start, for a reason that the operator can mend. Quarkus prints the sentence alone and exits with 1. */
public final class StartRefused extends ConfigurationException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    public StartRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
