package dev.proviso.document;

import dev.proviso.policy.Vocabulary;
import java.util.Collection;

/** Checks texts. Stateless and safe for any thread; no input makes it throw. */
public final class Documents {

    private Documents() {}

    /** Checks a policy or law document against the vocabulary among these that its front matter names. */
    public static Checked<CheckedPolicy> policy(Source source, Collection<Vocabulary> vocabularies) {
        throw new IllegalStateException("comes with the next commit");
    }

    /** Checks a vocabulary file (YAML). */
    public static Checked<Vocabulary> vocabulary(Source source) {
        throw new IllegalStateException("comes with the next commit");
    }

    /** The diagnostic as a person reads it: place, sentence, source line, underline, suggestion. */
    public static String render(Source source, Diagnostic diagnostic) {
        throw new IllegalStateException("comes with the next commit");
    }
}
