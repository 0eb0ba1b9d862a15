package dev.proviso.web.desk.draft;

import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.DraftEvent.Action;
import dev.proviso.publication.DraftHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened to a version on its way. A draft saves itself, so what one person changed in a row is one step.
 *
 * @param last the event, or the last of them
 * @param times how often
 */
public record Step(DraftEvent last, int times) {

    static List<Step> of(DraftHistory trail) {
        List<Step> steps = new ArrayList<>();
        for (DraftEvent event : trail.events()) {
            int end = steps.size() - 1;
            if (end >= 0 && steps.get(end).goesOnWith(event)) {
                steps.set(end, new Step(event, steps.get(end).times + 1));
            } else {
                steps.add(new Step(event, 1));
            }
        }
        return List.copyOf(steps);
    }

    private boolean goesOnWith(DraftEvent event) {
        return (last.action() == Action.EDITED || last.action() == Action.TESTED)
                && event.action() == last.action()
                && last.by().who().equals(event.by().who());
    }

    public String who() {
        return last.by().who();
    }

    public Instant at() {
        return last.by().at();
    }
}
