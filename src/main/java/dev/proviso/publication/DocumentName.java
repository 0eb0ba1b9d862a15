package dev.proviso.publication;

import java.util.Comparator;

/**
 * What names one version of a document.
 *
 * @param id the same for every version ({@code website-privacy})
 * @param label the name of this version ({@code 2016-01-14})
 */
public record DocumentName(Kind kind, String id, String label) implements Comparable<DocumentName> {

    private static final Comparator<DocumentName> ORDER = Comparator.comparing(DocumentName::kind)
            .thenComparing(DocumentName::id)
            .thenComparing(DocumentName::label);

    public enum Kind {
        POLICY,
        LAW,
        VOCABULARY
    }

    @Override
    public int compareTo(DocumentName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id + "@" + label;
    }
}
