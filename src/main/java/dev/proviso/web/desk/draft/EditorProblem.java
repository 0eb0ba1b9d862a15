package dev.proviso.web.desk.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A mistake, or a doubt, as the editor shows it.
 *
 * @param start where the underlined words start, in UTF-16 units from the start of the text that was checked
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EditorProblem(
        Severity severity,
        String code,
        int line,
        int column,
        int start,
        int end,
        String message,
        Optional<String> suggestion) {

    static List<EditorProblem> all(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(EditorProblem::of).toList();
    }

    private static EditorProblem of(Diagnostic one) {
        return new EditorProblem(
                one.severity(),
                one.code(),
                one.line(),
                one.column(),
                one.span().start(),
                one.span().end(),
                one.message(),
                one.suggestion());
    }

    public boolean stops() {
        return severity == Severity.ERROR;
    }
}
