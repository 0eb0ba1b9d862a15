package dev.proviso.web.desk.draft;

import dev.proviso.publication.Refused;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/**
 * What someone tried to do with a form, so that nothing that they typed is lost where it was refused.
 *
 * @param sentences why it was refused; none if it was not
 * @param mistakes in the text, where it was refused for them
 * @param tag of the version that was to be changed, where a text was to be saved: it differs from the version's own once
 *     another has changed it
 * @param text that was to be saved
 * @param acknowledged codes of warnings
 */
public record FormState(
        List<String> sentences,
        List<EditorProblem> mistakes,
        Optional<String> tag,
        Optional<String> text,
        String comment,
        List<String> acknowledged) {

    static final FormState NONE = toSay("");

    static FormState toSave(String tag, String text) {
        return new FormState(List.of(), List.of(), Optional.of(tag), Optional.of(text), "", List.of());
    }

    static FormState toSay(String comment) {
        return new FormState(List.of(), List.of(), Optional.empty(), Optional.empty(), comment, List.of());
    }

    static FormState toSubmit(List<String> acknowledged) {
        return new FormState(List.of(), List.of(), Optional.empty(), Optional.empty(), "", List.copyOf(acknowledged));
    }

    /** The same, refused. */
    FormState refused(Refused why) {
        List<EditorProblem> found = why instanceof Refused.Faulty faulty
                ? EditorProblem.all(faulty.faults().diagnostics())
                : why instanceof Refused.Unreadable unreadable
                        ? EditorProblem.all(unreadable.faults().diagnostics())
                        : List.of();
        return new FormState(sentences(why), found, tag, text, comment, acknowledged);
    }

    /** The same, with another sentence for whoever sees the form. */
    FormState saying(String sentence) {
        return new FormState(List.of(sentence), mistakes, tag, text, comment, acknowledged);
    }

    private static List<String> sentences(Refused why) {
        return why instanceof Refused.Conflict conflict ? conflict.sentencesForPeople() : List.of(why.forPeople());
    }

    public boolean isRefused() {
        return !sentences.isEmpty();
    }

    /** With which a refusal is answered. */
    static int status(Refused why) {
        if (why instanceof Refused.Unreadable) {
            return Status.BAD_REQUEST.getStatusCode();
        }
        if (why instanceof Refused.NotAllowed) {
            return Status.FORBIDDEN.getStatusCode();
        }
        if (why instanceof Refused.Unknown) {
            return Status.NOT_FOUND.getStatusCode();
        }
        return why instanceof Refused.Faulty ? 422 : Status.CONFLICT.getStatusCode();
    }
}
