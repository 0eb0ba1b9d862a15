package dev.proviso.postgres;

import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.Unpublished;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.exception.ConstraintViolationException;

/** Drafts in the tables {@code draft_event} and {@code draft_revision}. */
@InDatabase
@ApplicationScoped
public class PostgresDraftStore implements DraftStore, PanacheRepositoryBase<DraftEventRow, DraftEventRow.Key> {

    /** What is violated if someone else was faster, or the id is a document of another kind. */
    static final Set<String> CHANGED =
            Set.of("draft_event_pkey", "draft_event_follows", "draft_event_links", "draft_event_has_name");

    @Override
    @Transactional
    public void append(Unpublished version) {
        DraftEvent event = version.trail().newest();
        try {
            name(event);
            persistAndFlush(new DraftEventRow(event));
        } catch (ConstraintViolationException e) {
            if (CHANGED.contains(String.valueOf(e.getConstraintName()))) {
                throw new Changed();
            }
            throw e;
        }
        if (event.action().writes()) {
            getEntityManager().persist(new DraftRevisionRow(event, version.content()));
        }
    }

    private void name(DraftEvent event) {
        getEntityManager()
                .createNativeQuery("insert into draft_name (id, kind) values (?1, ?2) on conflict (id) do nothing")
                .setParameter(1, event.name().id())
                .setParameter(2, event.name().kind().name())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Optional<DraftHistory> trail(String id, String label) {
        List<DraftEvent> events = find("key.id = ?1 and key.version = ?2 order by key.number", id, label).stream()
                .map(DraftEventRow::event)
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(new DraftHistory(events));
    }

    @Override
    @Transactional
    public Content content(DraftHistory trail) {
        var key = new DraftEventRow.Key(trail.name().id(), trail.name().label(), trail.written());
        return Optional.ofNullable(getEntityManager().find(DraftRevisionRow.class, key))
                .orElseThrow(() -> new IllegalStateException("the store has lost " + key))
                .content();
    }

    @Override
    @Transactional
    public List<DraftEvent> events() {
        return list("order by key.id, key.version, key.number").stream()
                .map(DraftEventRow::event)
                .toList();
    }

    @Override
    @Transactional
    public Optional<String> hashOfText(DraftEvent event) {
        return getEntityManager()
                .createNativeQuery(
                        "select encode(sha256(content), 'hex') from draft_revision"
                                + " where id = ?1 and version = ?2 and number = ?3",
                        String.class)
                .setParameter(1, event.name().id())
                .setParameter(2, event.name().label())
                .setParameter(3, event.number())
                .getResultStream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<DraftHistory> trails() {
        Map<DocumentName, List<DraftEvent>> trails = new TreeMap<>();
        for (DraftEventRow row : list("order by key.number")) {
            DraftEvent event = row.event();
            trails.computeIfAbsent(event.name(), name -> new ArrayList<>()).add(event);
        }
        return trails.values().stream().map(DraftHistory::new).toList();
    }
}
