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

    /** A doubt about the line of a text that begins with a word and a colon; about its first where there is none. */
    static EditorProblem ofLine(String word, String text, String sentence) {
        int found = text.startsWith(word + ":") ? 0 : text.indexOf("\n" + word + ":") + 1;
        int end = text.indexOf('\n', found);
        int line = (int) text.substring(0, found).chars().filter(c -> c == '\n').count() + 1;
        return new EditorProblem(
                Severity.WARNING, word, line, 1, found, end < 0 ? text.length() : end, sentence, Optional.empty());
    }

    public boolean stops() {
        return severity == Severity.ERROR;
    }
}
