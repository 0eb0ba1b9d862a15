package dev.proviso.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A checked document's meaning: one version of a policy, or of a law. Rules are in the order of the document, which
 * carries no meaning.
 *
 * @param label the version's name, unique within the policy ({@code 2016-01-14})
 * @param controller who decides on the processing; empty for law
 * @param heldIn where the controller keeps data; the origin of a question that names none
 * @param lawNotDrawn how this policy reads law of which no document says anything; of no account in a law
 * @param vocabulary the name of the vocabulary whose words the rules use
 * @param timeZone whose days count where the user's zone is not known
 * @param effective when it starts to bind; empty: on publication
 * @param until when a law ceases to bind (exclusive); empty: until further notice
 * @param scope for law, when it joins in; empty for a policy
 */
public record Policy(
        String id,
        String label,
        Kind kind,
        Optional<Place> controller,
        Optional<Place> heldIn,
        LawNotDrawn lawNotDrawn,
        String vocabulary,
        ZoneId timeZone,
        Optional<Instant> effective,
        Optional<Instant> until,
        Optional<Condition> scope,
        List<Rule> rules,
        List<Row> rows) {

    public enum Kind {
        POLICY,
        LAW
    }

    /** What comes of a permit where a law applies that is not drawn. */
    public enum LawNotDrawn {
        /** Nobody knows whether that law forbids it. */
        INDETERMINATE,
        /** It stands, and the answer names the places. */
        PASSED_OVER
    }

    public Policy {
        rules = List.copyOf(rules);
        rows = List.copyOf(rows);
    }

    /** The document as rules and records name it: {@code website-privacy@2016-01-14}. */
    public String name() {
        return id + "@" + label;
    }
}
