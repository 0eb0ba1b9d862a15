package dev.proviso.web.desk;

import dev.proviso.api.CodeFlow;
import dev.proviso.api.TokenProvider;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service with an OIDC provider, at which the pages are a client without a secret. */
public class AtOneProvider implements QuarkusTestProfile {

    /** The application is built before the provider has an address, and must know by then that there will be one. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "${" + TokenProvider.ADDRESS + ":http://localhost:1}",
                "quarkus.oidc.token.audience",
                TokenProvider.AUDIENCE,
                "quarkus.oidc.client-id",
                CodeFlow.CLIENT);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TokenProvider.class));
    }
}
