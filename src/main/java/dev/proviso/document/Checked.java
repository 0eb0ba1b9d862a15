package dev.proviso.document;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of checking a text: all that is wrong with it, in the order of the text, and what it says. {@code value} is
 * empty exactly if there is an error among the diagnostics.
 */
public record Checked<T>(Source source, Optional<T> value, List<Diagnostic> diagnostics) {
    public Checked {
        diagnostics = List.copyOf(diagnostics);
    }
}
