package dev.proviso.publication;

import dev.proviso.document.Diagnostic;
import dev.proviso.publication.DraftEvent.Action;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A version that is being written. It can be edited and submitted, and nothing else. */
public record Draft(DraftHistory trail, Content content) implements Unpublished {

    /** @param tests SHA-256 of the rule tests that it begins with; empty for none */
    static Draft begin(DocumentName name, Signature by, Content content, String tests) {
        return new Draft(DraftHistory.begin(name, by, content, tests), content);
    }

    /** @throws Refused.NotAllowed if the person judged this version before */
    public Draft edit(Signature by, Content text) {
        return new Draft(trail.then(Action.EDITED, by, "", Set.of(), text.sha256()), text);
    }

    /**
     * Gives it other rule tests, which belong to it as its text does.
     *
     * @param sha256 of the tests; empty for none
     * @throws Refused.NotAllowed if the person judged this version before
     */
    public Draft test(Signature by, String sha256) {
        return new Draft(trail.tested(by, sha256), content);
    }

    /**
     * Hands the text to those who approve.
     *
     * @param acknowledged codes of warnings; {@code *} is all of them
     * @param diagnostics what is wrong with the text
     * @throws Refused.Faulty if there is an error, or a warning that was not acknowledged
     * @throws Refused.NotAllowed if the person judged this version before
     */
    public Submitted submit(Signature by, Collection<String> acknowledged, List<Diagnostic> diagnostics) {
        List<String> noted = Acknowledgement.of(name(), content, acknowledged, diagnostics);
        return new Submitted(trail.then(Action.SUBMITTED, by, "", noted, content.sha256()), content);
    }
}
