package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.Validity;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A question to the website privacy policy, put together in a sentence, and what its answer must be. Every step gives a new
 * question and leaves the old one as it was. The user is, unless a step says otherwise, an adult in China who used the
 * service two days before. Consents were given the day before the question, objections made an hour before it.
 */
public final class Asking {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final String version;
    private Instant at;
    private String operation = "use";
    private String data = "contact.email";
    private String purpose = "service.requested";
    private Optional<String> source = Optional.of("direct");
    private String recipient = "self";
    private Optional<Place> recipientCountry = Optional.empty();
    private Stated origin = Stated.LEFT_OUT;
    private Stated destination = Stated.LEFT_OUT;
    private Optional<Set<Key>> safeguards = Optional.empty();
    private Optional<Instant> collectedAt = Optional.empty();
    private Optional<Set<Key>> collectedFor = Optional.empty();
    private TreeMap<Key, Optional<Literal>> circumstances = new TreeMap<>();
    private Optional<Place> country = Optional.of(new Place("CN"));
    private Optional<LocalDate> born = Optional.of(LocalDate.of(1986, 3, 1));
    private boolean used = true;
    private List<Given> consents = new ArrayList<>();
    private List<Made> objections = new ArrayList<>();
    private Set<Key> refusals = Set.of();

    private record Given(Consent.By by, Consent.Form form, Set<Key> scope) {}

    private record Made(Set<Key> scope, Duration before) {}

    private Asking(String version, Instant at) {
        this.version = version;
        this.at = at;
    }

    /** A question under the first version, on a day soon after it took effect. */
    public static Asking of2016() {
        return new Asking(
                "2016-01-14", OffsetDateTime.parse("2016-02-01T10:00:00+08:00").toInstant());
    }

    /** A question under the revision, on a day soon after it took effect. */
    public static Asking of2021() {
        return new Asking(
                "2021-11-01", OffsetDateTime.parse("2021-12-01T10:00:00+08:00").toInstant());
    }

    public Asking collecting(String key) {
        return doing("collect", key);
    }

    public Asking using(String key) {
        return doing("use", key);
    }

    Asking keeping(String key) {
        return doing("retain", key);
    }

    public Asking doing(String newOperation, String key) {
        return but(next -> {
            next.operation = newOperation;
            next.data = key;
        });
    }

    /** Disclosure to somebody in a country. */
    public Asking disclosing(String key, String to, String in) {
        return doing("disclose", key).to(to, in);
    }

    /** Transfer from China to another country, within the company. */
    public Asking sending(String key, String in) {
        return doing("transfer", key).goingTo(in);
    }

    public Asking forPurpose(String key) {
        return but(next -> next.purpose = key);
    }

    public Asking from(String key) {
        return but(next -> next.source = Optional.of(key));
    }

    Asking fromAnUnknownSource() {
        return but(next -> next.source = Optional.empty());
    }

    public Asking to(String key, String in) {
        return but(next -> {
            next.recipient = key;
            next.recipientCountry = Optional.of(new Place(in));
        });
    }

    public Asking goingTo(String place) {
        return but(next -> next.destination = Stated.at(new Place(place)));
    }

    public Asking under(String... keys) {
        return but(next -> next.safeguards = Optional.of(keys(keys)));
    }

    Asking collectedOn(String day) {
        return but(next -> next.collectedAt =
                Optional.of(OffsetDateTime.parse(day + "T00:00:00+08:00").toInstant()));
    }

    public Asking where(String circumstance) {
        return but(next -> next.circumstances.put(new Key(circumstance), Optional.of(new Literal.Bool(true))));
    }

    public Asking where(String circumstance, long number) {
        return but(next -> next.circumstances.put(new Key(circumstance), Optional.of(Literal.Number.of(number))));
    }

    /** At ten in the morning of a day in China. */
    public Asking on(String day) {
        return but(
                next -> next.at = OffsetDateTime.parse(day + "T10:00:00+08:00").toInstant());
    }

    public Asking livingIn(String place) {
        return but(next -> next.country = Optional.of(new Place(place)));
    }

    public Asking bornOn(String day) {
        return but(next -> next.born = Optional.of(LocalDate.parse(day)));
    }

    Asking ofUnknownAge() {
        return but(next -> next.born = Optional.empty());
    }

    public Asking whoNeverUsedTheService() {
        return but(next -> next.used = false);
    }

    public Asking consenting(String... scope) {
        return consent(Consent.By.USER, Consent.Form.EXPLICIT, scope);
    }

    public Asking consentingSeparately(String... scope) {
        return consent(Consent.By.USER, Consent.Form.SEPARATE, scope);
    }

    public Asking deemedToConsent(String... scope) {
        return consent(Consent.By.USER, Consent.Form.DEEMED, scope);
    }

    public Asking withGuardianConsenting(String... scope) {
        return consent(Consent.By.GUARDIAN, Consent.Form.EXPLICIT, scope);
    }

    public Asking withGuardianConsentingSeparately(String... scope) {
        return consent(Consent.By.GUARDIAN, Consent.Form.SEPARATE, scope);
    }

    public Asking objecting(String... scope) {
        return but(next -> next.objections.add(new Made(keys(scope), HOUR)));
    }

    /** The objection comes an hour after the question. */
    Asking objectingLater(String... scope) {
        return but(next -> next.objections.add(new Made(keys(scope), HOUR.negated())));
    }

    Asking refusing(String... scope) {
        return but(next -> next.refusals = keys(scope));
    }

    /** The Permits or mandates that decide are exactly these. */
    public void isPermittedBy(String... rules) {
        is(Decision.PERMIT, rules);
    }

    public void isDeniedBy(String... rules) {
        is(Decision.DENY, rules);
    }

    /** No clause permits it. */
    public void isDeniedByDefault() {
        is(Decision.DENY, "default");
    }

    void isOutsideThePolicyBy(String... rules) {
        is(Decision.NOT_APPLICABLE, rules);
    }

    /** The answer is open, for want of exactly these facts. */
    public void isOpenFor(String... missing) {
        Answer answer = answer();
        assertThat(answer.decision()).as(this + " " + answer).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.missing()).as(toString()).containsExactlyInAnyOrder(missing);
    }

    /** The permit comes with exactly these duties, written {@code key when rule}. */
    public void isPermittedWith(String... obligations) {
        Answer answer = answer();
        assertThat(answer.decision()).as(this + " " + answer).isEqualTo(Decision.PERMIT);
        assertThat(answer.obligations().stream().map(Asking::written)).containsExactlyInAnyOrder(obligations);
    }

    /** Until when the answer holds by itself. */
    Optional<Instant> validUntil() {
        return Validity.of(question(), answer(), Shipped.rulebook(version), Optional.empty(), Budget.unlimited());
    }

    public Answer answer() {
        return Decider.decide(question(), Shipped.rulebook(version));
    }

    @Override
    public String toString() {
        return operation + " " + data + " for " + purpose + " from " + source.orElse("?") + " to " + recipient
                + " under " + version;
    }

    private void is(Decision decision, String... rules) {
        Answer answer = answer();
        assertThat(answer.decision()).as(this + " " + answer).isEqualTo(decision);
        assertThat(answer.reasons().stream().map(Asking::written))
                .as(toString())
                .containsExactlyInAnyOrder(rules);
    }

    private static String written(Answer.Reason reason) {
        String rule = reason.rule().map(RuleId::toString).orElse("default");
        return reason.document().startsWith("law-") ? reason.document() + " " + rule : rule;
    }

    private static String written(Answer.Obligation obligation) {
        return obligation
                        .duty()
                        .map(duty -> duty.obligation() + " " + duty.timing())
                        .orElse("mandate")
                + " " + obligation.rule();
    }

    private Question question() {
        return new Question(
                at,
                new Key(purpose),
                new Key(operation),
                new Key(data),
                source.map(Key::new),
                Optional.of(new Key(recipient)),
                recipientCountry,
                origin,
                destination,
                safeguards,
                collectedAt,
                collectedFor,
                circumstances,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                user());
    }

    private User user() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new User(
                country,
                Optional.of(zone),
                born.map(day -> Birth.on(day, at.atZone(zone).toLocalDate())),
                Optional.of(consents.stream()
                        .map(given ->
                                new Consent(given.by(), given.form(), given.scope(), at.minus(DAY), Optional.empty()))
                        .toList()),
                Optional.of(objections.stream()
                        .map(made -> new User.Objection(false, made.scope(), at.minus(made.before()), Optional.empty()))
                        .toList()),
                Optional.of(
                        refusals.isEmpty()
                                ? List.of()
                                : List.of(new User.Refusal(refusals, Optional.empty(), Optional.empty()))),
                Optional.of(used ? List.of(at.minus(DAY).minus(DAY)) : List.of()),
                Collections.emptySortedMap());
    }

    private Asking consent(Consent.By by, Consent.Form form, String... scope) {
        return but(next -> next.consents.add(new Given(by, form, keys(scope))));
    }

    private Asking but(Consumer<Asking> change) {
        Asking next = new Asking(version, at);
        next.operation = operation;
        next.data = data;
        next.purpose = purpose;
        next.source = source;
        next.recipient = recipient;
        next.recipientCountry = recipientCountry;
        next.origin = origin;
        next.destination = destination;
        next.safeguards = safeguards;
        next.collectedAt = collectedAt;
        next.collectedFor = collectedFor;
        next.circumstances = new TreeMap<>(circumstances);
        next.country = country;
        next.born = born;
        next.used = used;
        next.consents = new ArrayList<>(consents);
        next.objections = new ArrayList<>(objections);
        next.refusals = refusals;
        change.accept(next);
        return next;
    }

    private static Set<Key> keys(String... keys) {
        return Arrays.stream(keys).map(Key::new).collect(Collectors.toUnmodifiableSet());
    }

    /** The data is held in a country other than the company's. */
    public Asking heldIn(String place) {
        return but(next -> next.origin = Stated.at(new Place(place)));
    }

    public Asking collectedFor(String... purposes) {
        return but(next -> next.collectedFor = Optional.of(keys(purposes)));
    }

    /** So many whole years old, and already on the day before this question, when consents are given. */
    public Asking aged(int years) {
        LocalDate day = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        return but(next -> next.born = Optional.of(day.minusDays(2).minusYears(years)));
    }
}
