package dev.proviso.web.desk;

import dev.proviso.postgres.Owner;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationService;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What tests need that write versions: the service, its store, and that the store is left as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WritesVersions {

    @TestHTTPResource("/")
    protected URI address = URI.create("http://127.0.0.1/");

    @Inject
    Owner owner;

    @Inject
    protected PolicyStore store;

    @Inject
    protected DraftService drafting;

    @Inject
    protected PublicationService publishing;

    @AfterAll
    void leaveTheStoreAsItWas() {
        owner.shipPolicies(store);
    }
}
