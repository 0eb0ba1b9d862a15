package dev.proviso.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.util.List;
import java.util.Optional;

/**
 * One mistake or doubt.
 *
 * @param start where the underlined words start, in UTF-16 units from the start of the text
 * @param end where they end
 * @param rendered the whole of it as a person reads it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReportedDiagnostic(
        String severity,
        String code,
        int line,
        int column,
        int start,
        int end,
        String message,
        Optional<String> suggestion,
        String rendered) {

    public static List<ReportedDiagnostic> all(Source source, List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> of(source, diagnostic)).toList();
    }

    private static ReportedDiagnostic of(Source source, Diagnostic diagnostic) {
        return new ReportedDiagnostic(
                diagnostic.severity().name(),
                diagnostic.code(),
                diagnostic.line(),
                diagnostic.column(),
                diagnostic.span().start(),
                diagnostic.span().end(),
                diagnostic.message(),
                diagnostic.suggestion(),
                Documents.render(source, diagnostic));
    }
}
