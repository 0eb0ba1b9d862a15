package dev.proviso.law;

import dev.proviso.Shipped;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.law.PlainAges.Outcome;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.reference.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the engine about age, by a policy that does nothing but turn each question about age into an answer. The law
 * documents take part with their tables and without their rules, so that nothing else decides.
 */
final class AgeProbe {

    private static final String POLICY = """
            ---
            policy: ages
            version: "1"
            kind: policy
            title: Ages
            controller: {name: Nobody, country: AQ}
            law-not-drawn: passed-over
            vocabulary: privacy
            timezone: UTC
            effective: 1970-01-01T00:00:00Z
            ---

            # Ages

            ## Article 1 Questions

            ```rules
            (1) Permit use of any data for service and order.
            (2) Forbid use of any data for service.registration if the user is a minor.
            (3) Forbid use of any data for service.authentication if the user is below the age of consent.
            (4) Forbid use of any data for service.requested unless the user consented.
            (5) Forbid use of any data for service.maintenance unless a guardian consented.
            (6) Forbid use of any data for order.processing unless the user consented.
            (7) Forbid use of any data for order.refund unless a guardian consented.
            ```
            """;

    /** Somebody of whom it is asked what may be done: consents were given on the one day, the question asked on the other. */
    record Case(String place, LocalDate born, LocalDate given, LocalDate asked) {}

    private final Rulebook rulebook;
    private final PlainAges plain;

    AgeProbe(List<Policy> laws) {
        Checked<CheckedPolicy> checked = Documents.policy(new Source("ages.md", POLICY), List.of(Shipped.vocabulary()));
        Policy policy = checked.value()
                .orElseThrow(() -> new AssertionError(Shipped.diagnostics(checked)))
                .policy();
        DroolsRuleCompiler compiler = new DroolsRuleCompiler();
        List<Policy> tables = laws.stream().map(AgeProbe::withoutRules).toList();
        rulebook = new Rulebook(
                policy,
                policy.effective().orElseThrow(),
                Shipped.vocabulary(),
                tables,
                compiler.policy(policy, Shipped.vocabulary()),
                compiler.law(tables, Shipped.vocabulary()));
        plain = new PlainAges(laws);
    }

    PlainAges plain() {
        return plain;
    }

    private static Policy withoutRules(Policy law) {
        return new Policy(
                law.id(),
                law.label(),
                law.kind(),
                law.controller(),
                law.heldIn(),
                law.lawNotDrawn(),
                law.vocabulary(),
                law.timeZone(),
                law.effective(),
                law.until(),
                law.scope(),
                List.of(),
                law.rows());
    }

    /** What the engine says: a minor, below the age of consent, and which consents count. */
    List<Outcome> engine(Case one, boolean atTheEndOfTheDay) {
        return List.of(
                asked(one, "service.registration", atTheEndOfTheDay).not(),
                asked(one, "service.authentication", atTheEndOfTheDay).not(),
                asked(one, "service.requested", atTheEndOfTheDay),
                asked(one, "service.maintenance", atTheEndOfTheDay),
                asked(one, "order.processing", atTheEndOfTheDay),
                asked(one, "order.refund", atTheEndOfTheDay));
    }

    /** What the tables and the calendar say to the same six questions. */
    List<Outcome> calendar(Case one) {
        Outcome alone = plain.mayConsentAlone(one.place(), one.born(), one.given());
        Outcome guarded = plain.hasGuardian(one.place(), one.born(), one.given());
        return List.of(
                plain.isMinor(one.place(), one.born(), one.asked()),
                plain.mayConsentAlone(one.place(), one.born(), one.asked()).not(),
                alone,
                plain.isSpokenFor(one.place(), one.born(), one.given()),
                alone == Outcome.OPEN ? Outcome.OPEN : Outcome.YES, // both gave it: one of them, or the two, could
                guarded);
    }

    private Outcome asked(Case one, String purpose, boolean atTheEndOfTheDay) {
        ZoneId zone = ZoneId.of(atTheEndOfTheDay ? "-12:00" : "+14:00");
        LocalTime time = atTheEndOfTheDay ? LocalTime.MAX : LocalTime.MIDNIGHT;
        Instant at = one.asked().atTime(time).atZone(zone).toInstant();
        Instant given = one.given().atTime(time).atZone(zone).toInstant();
        return outcome(question(at, purpose, user(one, Optional.of(zone), given)));
    }

    /** The same where no zone is stated: in the first instant of the day where it comes last, or in its last. */
    List<Outcome> withoutZone(Case one, boolean atTheEndOfTheDay) {
        Instant at = instant(one.place(), one.asked(), atTheEndOfTheDay);
        User user = user(one, Optional.empty(), instant(one.place(), one.given(), atTheEndOfTheDay));
        return List.of(
                outcome(question(at, "service.registration", user)).not(),
                outcome(question(at, "service.authentication", user)).not(),
                outcome(question(at, "service.requested", user)),
                outcome(question(at, "service.maintenance", user)),
                outcome(question(at, "order.processing", user)),
                outcome(question(at, "order.refund", user)));
    }

    private static Instant instant(String place, LocalDate day, boolean atTheEnd) {
        LocalDate begins = atTheEnd ? day.plusDays(1) : day;
        Instant last = Zones.of(new Place(place)).stream()
                .map(zone -> begins.atStartOfDay(zone).toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        return atTheEnd ? last.minusNanos(1) : last;
    }

    private Outcome outcome(Question question) {
        Decision decision = Decider.decide(question, rulebook).decision();
        return decision == Decision.INDETERMINATE ? Outcome.OPEN : Outcome.of(decision == Decision.PERMIT);
    }

    private static User user(Case one, Optional<ZoneId> zone, Instant given) {
        return new User(
                Optional.of(new Place(one.place())),
                zone,
                Optional.of(Birth.on(one.born(), one.asked())),
                Optional.of(List.of(
                        consent(Consent.By.USER, given, "service.requested", "order"),
                        consent(Consent.By.GUARDIAN, given, "service.maintenance", "order"))),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Collections.emptySortedMap());
    }

    private static Consent consent(Consent.By by, Instant given, String first, String second) {
        return new Consent(by, Consent.Form.EXPLICIT, Set.of(new Key(first), new Key(second)), given, Optional.empty());
    }

    private static Question question(Instant at, String purpose, User user) {
        return new Question(
                at,
                new Key(purpose),
                new Key("use"),
                new Key("contact.email"),
                Optional.of(new Key("direct")),
                Optional.of(new Key("self")),
                Optional.empty(),
                Stated.LEFT_OUT,
                Stated.LEFT_OUT,
                Optional.of(Set.of()),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                user);
    }
}
