package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A consent. It holds from when it is given until just before it is withdrawn.
 *
 * @param scope keys of purposes, data, operations and recipients; a key covers all below it
 */
public record Consent(By by, Form form, List<String> scope, Instant givenAt, Optional<Instant> withdrawnAt) {

    /** Who consents. */
    public enum By {
        USER,
        GUARDIAN
    }

    /** How. */
    public enum Form {
        EXPLICIT,
        SEPARATE,
        DEEMED
    }

    public Consent {
        scope = List.copyOf(scope);
    }

    /** A consent that stands. */
    public static Consent of(By by, Form form, Instant givenAt, String... scope) {
        return new Consent(by, form, List.of(scope), givenAt, Optional.empty());
    }

    /** Ends every consent of the user, or of a guardian, to what the scope names that was given until then. */
    public static Consent withdrawal(By by, Instant at, String... scope) {
        return new Consent(by, Form.EXPLICIT, List.of(scope), at, Optional.of(at));
    }

    /** The same consent, withdrawn; with it, for all that it names, those of the same party that were given before. */
    public Consent withdrawn(Instant at) {
        return new Consent(by, form, scope, givenAt, Optional.of(at));
    }

    ObjectNode json() {
        Fields fields = Fields.NONE
                .with("by", by.name().toLowerCase(Locale.ROOT))
                .with("form", form.name().toLowerCase(Locale.ROOT))
                .with("scope", scope)
                .with("givenAt", givenAt.toString());
        return withdrawnAt
                .map(at -> fields.with("withdrawnAt", at.toString()))
                .orElse(fields)
                .json();
    }
}
