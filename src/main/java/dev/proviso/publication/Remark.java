package dev.proviso.publication;

import dev.proviso.publication.DraftEvent.Action;
import java.util.List;
import java.util.Optional;

/**
 * What someone said about a clause of a version on its way.
 *
 * @param number of the event with which it was said
 * @param clause as it was numbered then
 * @param settled who dealt with it, and when; empty while it is open
 */
public record Remark(int number, String clause, Signature by, String comment, Optional<Signature> settled) {

    static List<Remark> all(List<DraftEvent> events) {
        return events.stream()
                .filter(event -> event.action() == Action.REMARKED)
                .map(event ->
                        new Remark(event.number(), event.about(), event.by(), event.comment(), settled(event, events)))
                .toList();
    }

    private static Optional<Signature> settled(DraftEvent remark, List<DraftEvent> events) {
        return events.stream()
                .filter(event -> event.action() == Action.SETTLED)
                .filter(event -> event.about().equals(Integer.toString(remark.number())))
                .map(DraftEvent::by)
                .findFirst();
    }

    public boolean isOpen() {
        return settled.isEmpty();
    }
}
