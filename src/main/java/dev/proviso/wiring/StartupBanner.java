package dev.proviso.wiring;

import dev.proviso.decision.Role;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the service says at the end of its start: where it is, how to sign in, and a question to try. */
final class StartupBanner {

    private StartupBanner() {}

    static String from(Config config) {
        String host = config.getValue("quarkus.http.host", String.class);
        int port = config.getValue("quarkus.http.port", Integer.class);
        String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return config.getOptionalValue(OidcSettings.PROVIDER, String.class)
                .map(provider -> withTokens(
                        address,
                        provider,
                        config.getOptionalValue(OidcSettings.CLIENT, String.class)
                                .isPresent()))
                .orElseGet(() -> text(address, config.getOptionalValue(DemoAccounts.RANDOM_PASSWORD, String.class)));
    }

    /** @param password empty if the operator chose it: it is not repeated, but the shell knows it */
    static String text(String address, Optional<String> password) {
        String signIn = """
                The pages to write, review and publish: %s/desk
                Sign in there, or with HTTP Basic, as %s;
                the password of all is %s
                """.formatted(
                        address, String.join(", ", Role.ALL), password.orElse("the one in PROVISO_DEMO_PASSWORD"));
        return text(address, signIn, "-u service:" + password.orElse("\"$PROVISO_DEMO_PASSWORD\""));
    }

    /**
     * @param provider who signs the tokens
     * @param pages whether it knows the pages, so that people can sign in to them
     */
    static String withTokens(String address, String provider, boolean pages) {
        String signIn = """
                The pages to write, review and publish: %s/desk%s
                Sign in with a token of %s;
                its roles may be %s
                """.formatted(
                        address,
                        pages ? "" : "\n(nobody can sign in to them until QUARKUS_OIDC_CLIENT_ID is set)",
                        provider,
                        String.join(", ", Role.ALL));
        return text(address, signIn, "-H \"Authorization: Bearer $TOKEN\"");
    }

    private static String text(String address, String signIn, String credentials) {
        return """

                Proviso is at %1$s

                %2$s
                A question to try:

                  curl -s %3$s %1$s/v1/decisions -H 'Content-Type: application/json' -d '
                  {"policy": "website-privacy", "purpose": "marketing.messages.email", "data": "contact.email",
                   "source": "direct", "user": {"country": "CN", "birthDate": "1986-03-01"}}'

                All that can be asked: %1$s/q/swagger-ui
                """.formatted(address, signIn, credentials);
    }
}
