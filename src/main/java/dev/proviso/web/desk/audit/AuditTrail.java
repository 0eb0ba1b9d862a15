package dev.proviso.web.desk.audit;

import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Signature;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that people did to versions: on the way to publication, and with it. */
@Singleton
public class AuditTrail {

    private final PolicyStore store;
    private final DraftStore drafts;

    AuditTrail(PolicyStore store, DraftStore drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /**
     * Something that was done.
     *
     * @param what {@code DRAFTED} and so on, as {@link DraftEvent.Action} and {@link ChainRecord.Act} have it
     * @param sha256 of the text that it was done to
     * @param times how often in a row
     */
    public record Act(Signature by, String what, DocumentName name, String comment, String sha256, int times) {

        static final List<String> COLUMNS = List.of("at", "who", "what", "document", "version", "comment", "sha256");

        List<String> cells() {
            return List.of(by.at().toString(), by.who(), what, name.id(), name.label(), comment, sha256);
        }
    }

    /**
     * What was done, the last first.
     *
     * @param id of the document; empty for all
     */
    List<Act> acts(String id) {
        Stream<Act> onTheWay = drafts.trails().stream()
                .flatMap(trail -> trail.events().stream())
                // What the chain tells too, and with more.
                .filter(event -> event.action() != DraftEvent.Action.PUBLISHED)
                .map(event ->
                        new Act(event.by(), event.action().name(), event.name(), event.comment(), event.sha256(), 1));
        Stream<Act> published = store.chain().stream()
                .map(record ->
                        new Act(record.by(), record.act().name(), record.name(), record.comment(), record.sha256(), 1));
        return Stream.concat(onTheWay, published)
                .filter(act -> id.isEmpty() || act.name().id().equals(id))
                .sorted(Comparator.comparing((Act act) -> act.by().at()).reversed())
                .toList();
    }

    /** The same acts, but that what one person saved in a row is one: a draft saves itself. */
    static List<Act> folded(List<Act> acts) {
        List<Act> folded = new ArrayList<>();
        for (Act act : acts) {
            int end = folded.size() - 1;
            if (end >= 0 && isSaved(act) && goesOn(folded.get(end), act)) {
                Act last = folded.get(end);
                folded.set(
                        end,
                        new Act(last.by(), last.what(), last.name(), last.comment(), last.sha256(), last.times() + 1));
            } else {
                folded.add(act);
            }
        }
        return List.copyOf(folded);
    }

    private static boolean isSaved(Act act) {
        return act.what().equals(DraftEvent.Action.EDITED.name());
    }

    private static boolean goesOn(Act last, Act before) {
        return isSaved(last)
                && last.name().equals(before.name())
                && last.by().who().equals(before.by().who());
    }
}
