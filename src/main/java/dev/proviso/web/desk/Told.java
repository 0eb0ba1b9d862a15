package dev.proviso.web.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/** An answer as it went out, as far as a page shows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Told(
        String id,
        String decision,
        String version,
        String at,
        List<Reason> reasons,
        List<List<String>> remedies,
        List<String> missing,
        List<Obligation> obligations,
        @org.jspecify.annotations.Nullable String validUntil,
        List<Explained> explanation) {

    public Told {
        reasons = Objects.requireNonNullElse(reasons, List.of());
        remedies = Objects.requireNonNullElse(remedies, List.of());
        missing = Objects.requireNonNullElse(missing, List.of());
        obligations = Objects.requireNonNullElse(obligations, List.of());
        explanation = Objects.requireNonNullElse(explanation, List.of());
    }

    /** A rule that decided. {@code rule} is {@code default} where none permitted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reason(
            String rule,
            String document,
            String version,
            String effect,
            String clause,
            String title,
            String sentence,
            String outcome) {

        public String ruleId() {
            return rule;
        }

        /** Whether a rule of a document decided, and not the lack of one. */
        public boolean isRule() {
            return !rule.equals("default");
        }
    }

    /** What must be done with the permit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Obligation(String obligation, String when, String rule, String document) {}

    /** A rule that could have applied. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Explained(
            String rule,
            String document,
            String version,
            String effect,
            String sentence,
            String outcome,
            List<Condition> conditions) {}

    /** What a rule asks, and whether it is so. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Condition(String condition, String value) {}
}
