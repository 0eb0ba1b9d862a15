package dev.proviso.publication;

import dev.proviso.document.Diagnostic;
import dev.proviso.document.Diagnostic.Severity;
import dev.proviso.document.Documents;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Errors stop a text from being submitted; warnings are acknowledged by their codes. */
final class Acknowledgement {

    private static final String ALL = "*";

    private Acknowledgement() {}

    /** The codes of all warnings, each of which was acknowledged. */
    static List<String> of(
            DocumentName name, Content content, Collection<String> acknowledged, List<Diagnostic> diagnostics) {
        if (diagnostics.stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
            throw new Refused.Faulty(
                    name + " has errors and cannot be submitted.", Faults.of(name, content, diagnostics));
        }
        Set<String> warnings =
                new TreeSet<>(diagnostics.stream().map(Diagnostic::code).toList());
        refuseUnknown(acknowledged, warnings);
        Set<String> open = new TreeSet<>(warnings);
        if (acknowledged.contains(ALL)) {
            open.clear();
        }
        open.removeAll(acknowledged);
        if (!open.isEmpty()) {
            throw new Refused.Faulty(
                    name + " has warnings that nobody acknowledged: " + String.join(", ", open) + ".",
                    " Name them in \"acknowledged\", or \"*\" for all.",
                    Faults.of(
                            name,
                            content,
                            diagnostics.stream()
                                    .filter(one -> open.contains(one.code()))
                                    .toList()));
        }
        return List.copyOf(warnings);
    }

    /** Who acknowledges a warning that there is not has read another text. */
    private static void refuseUnknown(Collection<String> acknowledged, Set<String> warnings) {
        for (String code : new TreeSet<>(acknowledged)) {
            if (!code.equals(ALL) && !warnings.contains(code)) {
                throw new Refused.Unreadable(
                        "The document has no warning \"" + code + "\"."
                                + Refused.nearest(Documents.nearest(code, warnings)),
                        Faults.NONE);
            }
        }
    }
}
