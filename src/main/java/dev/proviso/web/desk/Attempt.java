package dev.proviso.web.desk;

import dev.proviso.publication.Refused;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/**
 * What someone tried to do with a form, so that nothing that they typed is lost where it was refused.
 *
 * @param sentence why it was refused; empty if nothing was tried
 * @param mistakes in the text, where it was refused for them
 * @param text that was to be saved
 * @param acknowledged codes of warnings
 */
public record Attempt(
        Optional<String> sentence,
        List<Mistake> mistakes,
        Optional<String> text,
        String comment,
        List<String> acknowledged) {

    static final Attempt NONE = new Attempt(Optional.empty(), List.of(), Optional.empty(), "", List.of());

    static Attempt toSave(String text) {
        return new Attempt(Optional.empty(), List.of(), Optional.of(text), "", List.of());
    }

    static Attempt toSay(String comment) {
        return new Attempt(Optional.empty(), List.of(), Optional.empty(), comment, List.of());
    }

    static Attempt toSubmit(List<String> acknowledged) {
        return new Attempt(Optional.empty(), List.of(), Optional.empty(), "", List.copyOf(acknowledged));
    }

    /** The same, refused. */
    Attempt refused(Refused why) {
        List<Mistake> found = why instanceof Refused.Faulty faulty
                ? Mistake.all(faulty.faults().diagnostics())
                : why instanceof Refused.Unreadable unreadable
                        ? Mistake.all(unreadable.faults().diagnostics())
                        : List.of();
        return new Attempt(Optional.of(String.valueOf(why.getMessage())), found, text, comment, acknowledged);
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
