package dev.proviso.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.proviso.engine.Birth;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.UserCalendar;
import dev.proviso.ledger.Event.Described;
import dev.proviso.ledger.Event.Used;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.library.Edition;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.UserReader.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Joins what a question says of its user with what the ledger knows. A single fact in the question replaces the ledger's, also
 * by null, which says unknown; a list adds to the ledger's, or by null makes it unknown. A consent that the ledger knows to be
 * withdrawn stays so, whatever the question says of it.
 *
 * @param stated the user in the question's JSON
 */
record LedgerFacts(LedgerUser ledger, JsonNode stated) {

    static final String LEDGER = "ledger";
    static final String QUESTION = "question";
    static final String BOTH = "ledger and question";

    private static final List<String> BIRTH = List.of("birthDate", "age", "ageAtLeast");

    /** Which version is asked for, with the uses and acceptances of the ledger. */
    Ask joined(Ask ask) {
        return new Ask(
                ask.policy(),
                ask.version(),
                ask.trial(),
                ask.at(),
                uses(ask.uses(), ask.policy()),
                concat(ledger.acceptances().stream(), ask.acceptances()));
    }

    /** What the ledger knows of where the user is, where the question says nothing of it. */
    Whereabouts whereabouts() {
        return new Whereabouts(
                has("country") ? Optional.empty() : description().country(),
                has("timeZone") ? Optional.empty() : description().timeZone());
    }

    User joined(User user, Instant at, Edition edition) {
        LedgerScopes scopes = new LedgerScopes(edition.vocabulary());
        Optional<Place> country = user.country().or(() -> whereabouts().country());
        Optional<ZoneId> zone = user.timeZone().or(() -> whereabouts().timeZone());
        List<LocalDate> today = UserCalendar.days(country, zone, at);
        return new User(
                country,
                zone,
                BIRTH.stream().anyMatch(this::has) ? user.birth() : birth(today.get(today.size() - 1)),
                user.consents().map(consents -> consents(scopes, consents)),
                user.objections()
                        .map(objections -> concat(
                                ledger.objections().stream().flatMap(one -> scopes.read(one).stream()), objections)),
                user.refusals().map(refusals -> concat(ledger.refusals().stream(), refusals)),
                uses(user.uses(), edition.id()),
                attributes(user, edition.vocabulary()),
                concat(ledger.acceptances().stream(), user.acceptances()));
    }

    /** What the question says of the place of a consent takes the place of what the ledger knows of it. */
    private List<Consent> consents(LedgerScopes scopes, List<Consent> stated) {
        Map<Consent, Place> places = new HashMap<>();
        stated.forEach(consent -> consent.givenIn().ifPresent(place -> places.put(consent.named(), place)));
        Stream<Consent> known = ledger.consents().stream()
                .flatMap(one -> scopes.read(one).stream())
                .map(one -> one.in(Optional.ofNullable(places.get(one.named()))));
        return concat(known, stated);
    }

    /** A use that nobody recorded may still have been: without any on record, whether there was one is unknown. */
    private Optional<List<Instant>> uses(Optional<List<Instant>> more, String policy) {
        Stream<Instant> known =
                ledger.uses().stream().filter(use -> use.isUnder(policy)).map(Used::at);
        if (has("uses")) {
            return more.map(uses -> concat(known, uses));
        }
        return ledger.uses().isEmpty() ? Optional.empty() : Optional.of(known.toList());
    }

    /** Unknown where the question is about a time at which the user was not born. */
    private Optional<Birth> birth(LocalDate day) {
        return description().birthDate().flatMap(date -> {
            try {
                return Optional.of(Birth.on(date, day));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private SortedMap<String, Optional<Literal>> attributes(User user, Vocabulary vocabulary) {
        SortedMap<String, Vocabulary.Type> declared =
                vocabulary.attributes().getOrDefault(Owner.USER, Collections.emptySortedMap());
        SortedMap<String, Optional<Literal>> joined = new TreeMap<>();
        description().attributes().forEach((name, value) -> {
            if (isOf(declared.get(name), value)) {
                joined.put(name, Optional.of(value));
            }
        });
        joined.putAll(user.attributes());
        return joined;
    }

    private static boolean isOf(Vocabulary.@org.jspecify.annotations.Nullable Type type, Literal value) {
        if (type == null) {
            return false;
        }
        return switch (type) {
            case BOOLEAN -> value instanceof Literal.Bool;
            case INTEGER, NUMBER -> value instanceof Literal.Number;
            case TEXT -> value instanceof Literal.Text;
            case DATE -> value instanceof Literal.Date;
            case PLACE -> value instanceof Literal.In;
        };
    }

    /** Which fact came from where, by its path into the question. */
    SortedMap<String, String> sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        single(sources, "country", description().country().isPresent());
        single(sources, "timeZone", description().timeZone().isPresent());
        boolean birthStated = BIRTH.stream().anyMatch(this::has);
        BIRTH.forEach(name -> single(sources, name, false));
        single(sources, "birthDate", !birthStated && description().birthDate().isPresent());
        list(sources, "consents", !ledger.consents().isEmpty());
        list(sources, "objections", !ledger.objections().isEmpty());
        list(sources, "refusals", !ledger.refusals().isEmpty());
        list(sources, "uses", !ledger.uses().isEmpty());
        list(sources, "acceptances", !ledger.acceptances().isEmpty());
        description().attributes().keySet().forEach(name -> sources.put("user.attributes." + name, LEDGER));
        stated.path("attributes")
                .fieldNames()
                .forEachRemaining(name -> sources.put("user.attributes." + name, QUESTION));
        return sources;
    }

    private void single(SortedMap<String, String> sources, String name, boolean known) {
        if (has(name)) {
            sources.put("user." + name, QUESTION);
        } else if (known) {
            sources.put("user." + name, LEDGER);
        }
    }

    private void list(SortedMap<String, String> sources, String name, boolean known) {
        boolean added = known && has(name) && !stated.path(name).isNull();
        single(sources, name, known);
        if (added) {
            sources.put("user." + name, BOTH);
        }
    }

    /** A place that was recorded before there was a list of them, and is not on it, is unknown. */
    private Described description() {
        Described all = ledger.description();
        SortedMap<String, Literal> attributes = new TreeMap<>(all.attributes());
        attributes.values().removeIf(value -> value instanceof Literal.In in && !isKnown(in.value()));
        return new Described(all.country().filter(LedgerFacts::isKnown), all.timeZone(), all.birthDate(), attributes);
    }

    private static boolean isKnown(Place place) {
        return PlaceCodes.isPlace(place.code());
    }

    private boolean has(String name) {
        return stated.has(name);
    }

    private static <T> List<T> concat(Stream<T> known, List<T> more) {
        return Stream.concat(known, more.stream()).toList();
    }
}
