package dev.proviso.publication;

import dev.proviso.publication.DraftEvent.Action;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that happened to one version on its way to publication, from the first event on. It is the truth: the state of the
 * version is what the last step says; what is said about clauses in between changes nothing of it.
 */
public record DraftHistory(List<DraftEvent> events) {

    /** @throws IllegalArgumentException if the events are not those of one version, numbered from 1 */
    public DraftHistory {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a version begins with an event");
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).number() != i + 1
                    || !events.get(i).name().equals(events.get(0).name())) {
                throw new IllegalArgumentException(
                        "the events of " + events.get(0).name() + " have a gap");
            }
        }
    }

    static DraftHistory begin(DocumentName name, Signature by, Content content, String tests) {
        return new DraftHistory(List.of(DraftEvent.first(name, by, content, tests)));
    }

    public DocumentName name() {
        return last().name();
    }

    /** The last step. */
    public DraftEvent last() {
        return events.stream()
                .filter(event -> event.action().isStep())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The last event, be it a step or not. */
    public DraftEvent newest() {
        return events.get(events.size() - 1);
    }

    /** What was said about clauses, in its order. */
    public List<Remark> remarks() {
        return Remark.all(events);
    }

    /** Those of the remarks that nobody has settled. */
    public List<Remark> openRemarks() {
        return remarks().stream().filter(Remark::isOpen).toList();
    }

    /** SHA-256 of its rule tests as they are now; empty if it has none. */
    public String tests() {
        return last().tests();
    }

    /** The number of the event with which the text as it is now was written. */
    public int written() {
        return events.stream()
                .filter(event -> event.action().writes())
                .mapToInt(DraftEvent::number)
                .max()
                .orElseThrow();
    }

    /** Changes with every change of text or state; fit for an ETag. */
    public String tag() {
        return last().number() + "-" + last().sha256().substring(0, 16);
    }

    /** Everyone who wrote or submitted the text. */
    public SortedSet<String> authors() {
        return everyone(Action::authors);
    }

    /** Everyone who approved or rejected it. */
    public SortedSet<String> judges() {
        return everyone(Action::judges);
    }

    private SortedSet<String> everyone(Predicate<Action> part) {
        return events.stream()
                .filter(event -> part.test(event.action()))
                .map(event -> event.by().who())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it can be written. */
    public boolean isDraft() {
        return switch (last().action()) {
            case DRAFTED, EDITED, TESTED, RECALLED, REJECTED -> true;
            default -> false;
        };
    }

    /** The version with this text, by the type of its state; empty if it was published, which the chain tells about. */
    public Optional<Unpublished> unpublished(Content content) {
        return switch (last().action()) {
            case DRAFTED, EDITED, TESTED, RECALLED, REJECTED -> Optional.of(new Draft(this, content));
            case SUBMITTED -> Optional.of(new Submitted(this, content));
            case APPROVED -> Optional.of(new Approved(this, content));
            case PUBLISHED, REMARKED, SETTLED -> Optional.empty();
        };
    }

    DraftHistory then(Action action, Signature by, String comment, Collection<String> acknowledged, String sha256) {
        return then(action, by, comment, acknowledged, sha256, tests());
    }

    /** The same, with other rule tests. */
    DraftHistory tested(Signature by, String tests) {
        return then(Action.TESTED, by, "", List.of(), last().sha256(), tests);
    }

    private DraftHistory then(
            Action action, Signature by, String comment, Collection<String> acknowledged, String sha256, String tests) {
        if (action.authors() && judges().contains(by.who())) {
            throw new Refused.NotAllowed("\"" + by.who() + "\" judged " + name()
                    + " and cannot write or submit it too: one person does not hold both sides.");
        }
        if (action.judges() && authors().contains(by.who())) {
            throw new Refused.NotAllowed("\"" + by.who() + "\" wrote or submitted " + name()
                    + " and cannot approve or reject it too: another person does.");
        }
        return with(newest().then(action, by, comment, acknowledged, sha256, tests));
    }

    /** The same, with what someone says about a clause of the text as it is now. */
    DraftHistory remark(Signature by, String clause, String comment) {
        return with(newest().then(Action.REMARKED, by, comment, clause));
    }

    /** The same, with a remark dealt with. */
    DraftHistory settle(Signature by, Remark remark) {
        return with(newest().then(Action.SETTLED, by, "", Integer.toString(remark.number())));
    }

    private DraftHistory with(DraftEvent event) {
        return new DraftHistory(Stream.concat(events.stream(), Stream.of(event)).toList());
    }
}
