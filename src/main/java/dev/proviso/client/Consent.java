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
 * @param givenIn the country, or its subdivision, where the user lived then, by whose law it is judged; left out, it is today's
 */
public record Consent(
        By by,
        Form form,
        List<String> scope,
        Instant givenAt,
        Optional<Instant> withdrawnAt,
        Optional<String> givenIn) {

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

    public Consent(By by, Form form, List<String> scope, Instant givenAt, Optional<Instant> withdrawnAt) {
        this(by, form, scope, givenAt, withdrawnAt, Optional.empty());
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
        return new Consent(by, form, scope, givenAt, Optional.of(at), givenIn);
    }

    /**
     * The same consent of a user who lived there then.
     *
     * @param place ISO 3166-1, or ISO 3166-2 for a subdivision
     */
    public Consent givenIn(String place) {
        return new Consent(by, form, scope, givenAt, withdrawnAt, Optional.of(place));
    }

    ObjectNode json() {
        Fields fields =
                Fields.NONE.with("by", by.name().toLowerCase(Locale.ROOT)).with("scope", scope);
        // A withdrawal of all consents to something has no time, form or place of a consent of its own.
        Fields all = isWithdrawnAtOnce() ? fields : ofOne(fields);
        return withdrawnAt
                .map(at -> all.with("withdrawnAt", at.toString()))
                .orElse(all)
                .json();
    }

    private Fields ofOne(Fields fields) {
        Fields given = fields.with("form", form.name().toLowerCase(Locale.ROOT)).with("givenAt", givenAt.toString());
        return givenIn.map(place -> given.with("givenIn", place)).orElse(given);
    }

    private boolean isWithdrawnAtOnce() {
        return withdrawnAt.filter(givenAt::equals).isPresent();
    }
}
