package dev.proviso.publication;

import dev.proviso.document.Diagnostic;
import dev.proviso.document.Source;
import java.util.List;

/** What is wrong with a text, together with the text. */
public record Faults(Source source, List<Diagnostic> diagnostics) {

    /** Nothing is wrong with the text, or it was not looked at. */
    public static final Faults NONE = new Faults(new Source("", ""), List.of());

    public Faults {
        diagnostics = List.copyOf(diagnostics);
    }

    static Faults of(DocumentName name, Content content, List<Diagnostic> diagnostics) {
        return new Faults(new Source(name.toString(), content.text()), diagnostics);
    }
}
