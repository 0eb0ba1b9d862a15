package dev.proviso.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.Wording;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Citation;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Explanation;
import dev.proviso.engine.Remedies;
import dev.proviso.library.Edition;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Key;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * An answer as it goes out. Times carry an offset; {@code validUntil} is null where no change is known.
 *
 * @param moreRemedies whether there was so much to try that other remedies may exist
 * @param lawNotDrawn the places whose law may bear on the question and is in no document; left out where there are none
 * @param facts where each fact about the user came from ({@code ledger}, {@code question} or both), by its path into the
 *     question; left out where the ledger was not asked
 */
public record DecisionAnswer(
        UUID id,
        Decision decision,
        boolean permitted,
        String policy,
        String version,
        String versionChosen,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean trial,
        String rulebook,
        String at,
        List<Reason> reasons,
        List<List<String>> remedies,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean moreRemedies,
        List<String> missing,
        List<Obligation> obligations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lawNotDrawn,
        Optional<String> validUntil,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Part>> parts,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Explained>> explanation,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SortedMap<String, String>> facts) {

    public static final String DEFAULT = "default";
    private static final String DEFAULT_SENTENCE = "No clause permits this, and what no clause permits is denied.";

    /**
     * A rule that decided, in the author's words.
     *
     * @param rule its id in the document, or {@code default}
     * @param rows the rows of tables that it rests on
     */
    public record Reason(
            String rule,
            String document,
            String version,
            String effect,
            String clause,
            String title,
            String sentence,
            String outcome,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean conflictOfLaws,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CitedRow> rows) {}

    /**
     * What must be done with the permit.
     *
     * @param obligation a key of the vocabulary, or {@code mandate} for an act that a law mandates
     * @param when {@code before}, {@code with} or {@code after} the act
     */
    public record Obligation(String obligation, String when, String rule, String document, String outcome) {

        public static Obligation of(Answer.Obligation obligation) {
            return new Obligation(
                    obligation.duty().map(duty -> duty.obligation().value()).orElse("mandate"),
                    obligation
                            .duty()
                            .map(Duty::timing)
                            .orElse(Duty.Timing.WITH)
                            .name()
                            .toLowerCase(Locale.ROOT),
                    obligation.rule().toString(),
                    obligation.document(),
                    obligation.outcome().name());
        }
    }

    /** The answer about one key of a list of data. */
    public record Part(
            String data,
            Decision decision,
            boolean permitted,
            List<Reason> reasons,
            List<String> missing,
            List<Obligation> obligations,
            Optional<String> validUntil) {}

    /**
     * A rule that could have applied.
     *
     * @param outcome {@code APPLIES}, {@code MAY_APPLY}, {@code DEFEATED} or {@code DOES_NOT_APPLY}
     */
    public record Explained(
            String rule,
            String document,
            String version,
            String effect,
            String clause,
            String title,
            String sentence,
            String outcome,
            List<ConditionValue> conditions) {}

    /** What a rule asks, and whether it is so: {@code TRUE}, {@code FALSE} or {@code UNKNOWN}. */
    public record ConditionValue(String condition, String value) {}

    /** Puts an answer into words for somebody who surely waits. */
    public static DecisionAnswer of(UUID id, DecisionRequest request, Decided decided, boolean explained) {
        return of(id, request, decided, explained, Budget.ofAnswer(explained, () -> false));
    }

    /**
     * Puts an answer into words.
     *
     * @param explained whether to add every rule that could have applied
     * @param budget what explanation, ends and remedies may cost together, in this order
     */
    public static DecisionAnswer of(
            UUID id, DecisionRequest request, Decided decided, boolean explained, Budget budget) {
        Answer answer = decided.answer();
        Ask ask = decided.ask();
        Edition edition = decided.edition();
        ZoneId zone = zone(decided);
        Optional<List<Explained>> explanation =
                explained ? Optional.of(explanation(decided, budget)) : Optional.empty();
        List<Optional<Instant>> ends = decided.validUntil(budget);
        Remedies remedies = decided.remedies(budget);
        Rows rows = new Rows(decided, budget, new HashMap<>());
        return new DecisionAnswer(
                id,
                answer.decision(),
                answer.decision() == Decision.PERMIT,
                edition.id(),
                edition.label(),
                chosen(ask.version()),
                ask.trial(),
                decided.rulebook(),
                at(request, decided),
                reasons(decided, answer, rows::of),
                remedies.sets(),
                !remedies.complete(),
                List.copyOf(answer.missing()),
                obligations(answer),
                List.copyOf(answer.lawNotDrawn()),
                ends.stream().flatMap(Optional::stream).min(Instant::compareTo).map(instant -> time(instant, zone)),
                request.hasParts() ? Optional.of(parts(decided, ends, rows, zone)) : Optional.empty(),
                explanation,
                request.facts());
    }

    /** The same answer to the same facts at another instant, as long as nothing changes. */
    DecisionAnswer at(UUID newId, String newAt, Optional<SortedMap<String, String>> newFacts) {
        return new DecisionAnswer(
                newId,
                decision,
                permitted,
                policy,
                version,
                versionChosen,
                trial,
                rulebook,
                newAt,
                reasons,
                remedies,
                moreRemedies,
                missing,
                obligations,
                lawNotDrawn,
                validUntil,
                parts,
                explanation,
                newFacts);
    }

    /** The instant of a question, as it was put, or else in the zone whose days count. */
    static String at(DecisionRequest request, Decided decided) {
        return request.at()
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElseGet(() -> time(decided.ask().at(), zone(decided)));
    }

    private static List<Part> parts(Decided decided, List<Optional<Instant>> ends, Rows rows, ZoneId zone) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < decided.parts().size(); i++) {
            int part = i;
            Key data = decided.questions().get(i).data();
            Answer answer = decided.parts().get(i);
            parts.add(new Part(
                    data.value(),
                    answer.decision(),
                    answer.decision() == Decision.PERMIT,
                    reasons(decided, answer, reason -> rows.of(part, reason)),
                    List.copyOf(answer.missing()),
                    obligations(answer),
                    ends.get(i).map(instant -> time(instant, zone))));
        }
        return parts;
    }

    /** The zone whose days count: the user's, else the policy's. */
    private static ZoneId zone(Decided decided) {
        return decided.questions()
                .get(0)
                .user()
                .timeZone()
                .orElse(decided.edition().policy().timeZone());
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static String chosen(VersionChoice version) {
        if (version instanceof VersionChoice.Label) {
            return "label";
        }
        return version instanceof VersionChoice.InForce ? "in-force" : "governing";
    }

    /** The rows that reasons rest on, looked up once for each: the whole and a part may have the same reason. */
    private record Rows(Decided decided, Budget budget, Map<Answer.Reason, List<Citation>> ofAll) {

        List<Citation> of(Answer.Reason reason) {
            return ofAll.computeIfAbsent(reason, each -> decided.rows(each, budget));
        }

        List<Citation> of(int part, Answer.Reason reason) {
            return decided.rows(part, reason, budget);
        }
    }

    private static List<Reason> reasons(Decided decided, Answer answer, Function<Answer.Reason, List<Citation>> rows) {
        return answer.reasons().stream()
                .map(reason -> reason(decided, reason, rows.apply(reason)))
                .toList();
    }

    private static Reason reason(Decided decided, Answer.Reason reason, List<Citation> rows) {
        Optional<Wording> wording =
                reason.rule().flatMap(rule -> decided.library().wording(reason.document(), reason.version(), rule));
        return new Reason(
                reason.rule().map(Object::toString).orElse(DEFAULT),
                reason.document(),
                reason.version(),
                reason.effect().name(),
                wording.map(Wording::clause).orElse(""),
                wording.map(Wording::title).orElse(""),
                wording.map(Wording::sentence).orElse(DEFAULT_SENTENCE),
                reason.outcome().name(),
                reason.conflictOfLaws(),
                rows.stream().map(CitedRow::of).toList());
    }

    private static List<Explained> explanation(Decided decided, Budget budget) {
        return decided.explanations(budget).stream()
                .map(rule -> explained(decided, rule))
                .toList();
    }

    private static Explained explained(Decided decided, Explanation rule) {
        Optional<Wording> wording = decided.library().wording(rule.document(), rule.version(), rule.rule());
        return new Explained(
                rule.rule().toString(),
                rule.document(),
                rule.version(),
                rule.effect().name(),
                wording.map(Wording::clause).orElse(""),
                wording.map(Wording::title).orElse(""),
                wording.map(Wording::sentence).orElse(""),
                rule.outcome().name(),
                rule.conditions().stream().map(each -> value(decided, each)).toList());
    }

    private static ConditionValue value(Decided decided, Explanation.Valued valued) {
        String condition = valued.atom() instanceof Atom.Circumstance circumstance
                ? decided.edition().vocabulary().phrase(circumstance.key())
                : valued.atom().sentence();
        return new ConditionValue(condition, valued.value().name());
    }

    private static List<Obligation> obligations(Answer answer) {
        return answer.obligations().stream().map(Obligation::of).toList();
    }
}
