package dev.proviso.publication;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Talk about the clauses of versions on their way, which is kept with all that happens to them and changes nothing of their
 * state: who says something need not have read the last letter of the text. Safe for any thread; calls block.
 */
public final class RemarkService {

    /** How often someone else may be faster before that is said. */
    private static final int ATTEMPTS = 5;

    private final DraftService drafting;
    private final DraftStore drafts;

    public RemarkService(DraftService drafting, DraftStore drafts) {
        this.drafting = drafting;
        this.drafts = drafts;
    }

    /**
     * Says something about a clause.
     *
     * @throws Refused.Unknown if there is no such version on its way, or it has no such clause
     * @throws Refused.Unreadable if nothing is said, or too much
     * @throws Refused.Conflict if the version is published
     */
    public Unpublished remark(String id, String label, String clause, String comment, Signature by) {
        String said = Comments.legible(comment).strip();
        if (said.isEmpty()) {
            throw new Refused.Unreadable(
                    "A remark is a text of 1 to 10000 characters, and not only blanks.", Faults.NONE);
        }
        return added(id, label, version -> {
            require(clause, version);
            return with(version, version.trail().remark(by, clause, said));
        });
    }

    /**
     * Marks a remark as dealt with. One that is already stays as it is.
     *
     * @param number of the event with which it was said
     * @throws Refused.Unknown if there is no such version on its way, or no such remark
     * @throws Refused.Conflict if the version is published
     */
    public Unpublished settle(String id, String label, int number, Signature by) {
        return added(id, label, version -> {
            Remark remark = version.trail().remarks().stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refused.Unknown(
                            "Event " + number + " of " + version.name() + " is no remark.", Optional.empty()));
            return remark.isOpen() ? with(version, version.trail().settle(by, remark)) : version;
        });
    }

    private static void require(String clause, Unpublished version) {
        List<String> clauses =
                Documents.passages(new Source(
                                version.name().toString(), version.content().text()))
                        .stream()
                        .map(Passage::number)
                        .filter(number -> !number.isEmpty())
                        .toList();
        if (!clauses.contains(clause)) {
            throw new Refused.Unknown(
                    "There is no clause \"" + clause + "\" in " + version.name() + ".",
                    Documents.nearest(clause, clauses));
        }
    }

    private static Unpublished with(Unpublished version, DraftHistory trail) {
        return trail.unpublished(version.content()).orElseThrow();
    }

    /** Whoever was faster changed nothing that this depends on: it is tried again. */
    private Unpublished added(String id, String label, UnaryOperator<Unpublished> add) {
        for (int attempt = 1; ; attempt++) {
            Unpublished before = drafting.find(id, label);
            Unpublished after = add.apply(before);
            if (after.equals(before)) {
                return before;
            }
            try {
                drafts.append(after);
                return after;
            } catch (DraftStore.Changed faster) {
                if (attempt == ATTEMPTS) {
                    throw new Refused.Conflict(before.name() + " is being changed all the time. Try again.");
                }
            }
        }
    }
}
