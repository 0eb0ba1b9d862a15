package dev.proviso;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the service says at the end of its start: where it is, how to sign in, and a question to try. */
final class Welcome {

    private Welcome() {}

    static String from(Config config) {
        String host = config.getValue("quarkus.http.host", String.class);
        int port = config.getValue("quarkus.http.port", Integer.class);
        Optional<String> password = config.getOptionalValue(Accounts.RANDOM_PASSWORD, String.class);
        return text("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port, password);
    }

    /** @param password empty if the operator chose it: it is not repeated, but the shell knows it */
    static String text(String address, Optional<String> password) {
        String signIn = password.orElse("\"$PROVISO_DEMO_PASSWORD\"");
        return """

                Proviso is at %1$s

                Sign in (HTTP Basic) as %2$s;
                the password of all is %3$s

                A question to try:

                  curl -s -u service:%4$s %1$s/v1/decisions -H 'Content-Type: application/json' -d '
                  {"policy": "website-privacy", "purpose": "marketing.messages.email", "data": "contact.email",
                   "source": "direct", "user": {"country": "CN", "birthDate": "1986-03-01"}}'

                All that can be asked: %1$s/q/swagger-ui
                """.formatted(
                        address,
                        String.join(", ", Accounts.ROLES),
                        password.orElse("the one in PROVISO_DEMO_PASSWORD"),
                        signIn);
    }
}
