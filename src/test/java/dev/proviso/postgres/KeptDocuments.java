package dev.proviso.postgres;

import dev.proviso.Eventually;
import dev.proviso.decision.Asking;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/**
 * Puts back what was published before a test. The service that runs beside the tests follows what they publish, and would
 * decide the next tests' questions under it.
 */
@ApplicationScoped
public class KeptDocuments {

    private static final String COLUMNS =
            "kind, id, version, vocabulary_id, vocabulary_version, content, sha256, announced_at, starts_at, loaded_at";

    @Inject
    Owner owner;

    @Inject
    Asking asking;

    @Inject
    PolicyStore store;

    public void keep() throws SQLException {
        owner.execute("drop table if exists kept; create table kept as select " + COLUMNS + " from document");
    }

    /** Returns when the service decides under them again. */
    public void putBack() throws Exception {
        owner.execute("truncate document; insert into document (" + COLUMNS + ") select " + COLUMNS + " from kept");
        List<PublishedDocument> kept = store.all();
        Eventually.holds(
                "the service decides under the kept documents",
                () -> List.copyOf(asking.library().documents()).equals(kept));
    }
}
