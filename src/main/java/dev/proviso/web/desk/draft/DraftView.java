package dev.proviso.web.desk.draft;

import dev.proviso.publication.Announced;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftEvent.Action;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.Published;
import dev.proviso.publication.Remark;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.DeskWords;
import dev.proviso.web.desk.reading.ReadingView;
import dev.proviso.web.desk.tests.Checks;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A version on its way, as its pages show it.
 *
 * @param title as the text has it; its id where that cannot be read
 * @param zone whose days count for it
 * @param reading the text set for reading; empty while it has mistakes, and of a vocabulary
 * @param published what became of it; empty until it is published
 * @param inForce the version that it is compared with
 * @param details what stands in fields above its text; empty of a vocabulary
 * @param pastStart why it cannot start when its text says; empty where it can
 * @param checks what speaks against it, as far as it is known; empty once it is published
 */
public record DraftView(
        DraftHistory trail,
        String text,
        String title,
        ZoneId zone,
        List<EditorProblem> mistakes,
        Optional<ReadingView> reading,
        Optional<Published> published,
        Optional<Published> inForce,
        Optional<DocumentDetails> details,
        Optional<String> pastStart,
        Optional<Checks> checks) {

    public DocumentName name() {
        return trail.name();
    }

    public List<Step> steps() {
        return Step.of(trail);
    }

    /** Where something is said about its clauses; empty once it is published. */
    public String talk() {
        return published.isPresent() ? "" : place() + "/remarks";
    }

    /** What was said of clauses that the text, as it is now, cannot show. */
    public List<Remark> lostRemarks() {
        return trail.remarks().stream()
                .filter(remark ->
                        reading.filter(text -> text.has(remark.clause())).isEmpty())
                .toList();
    }

    /** How far it has come: the number of the stage that it is in, as {@code desk:stages} has them. */
    public int stage() {
        return published.map(DeskWords::stage).orElse(isApproved() ? 2 : isSubmitted() ? 1 : 0);
    }

    /** Whether it can be written. */
    public boolean isDraft() {
        return trail.isDraft();
    }

    public boolean isSubmitted() {
        return trail.last().action() == Action.SUBMITTED;
    }

    public boolean isApproved() {
        return trail.last().action() == Action.APPROVED;
    }

    /** Whether it was published and can be taken back. */
    public boolean isAnnounced() {
        return published.filter(Announced.class::isInstance).isPresent();
    }

    public List<EditorProblem> errors() {
        return mistakes.stream().filter(EditorProblem::stops).toList();
    }

    /** What is to be acknowledged, by its code. */
    public Collection<List<EditorProblem>> warnings() {
        return mistakes.stream()
                .filter(mistake -> !mistake.stops())
                .collect(Collectors.groupingBy(EditorProblem::code, TreeMap::new, Collectors.toList()))
                .values();
    }

    /** What the editor's addresses start with. */
    public String place() {
        return Desk.draft(name()).toString();
    }

    /** The last comment of someone who sent it back, where that was the last thing that happened. */
    public Optional<String> sentBackBecause() {
        return trail.last().action() == Action.REJECTED
                ? Optional.of(trail.last().comment()).filter(comment -> !comment.isBlank())
                : Optional.empty();
    }
}
