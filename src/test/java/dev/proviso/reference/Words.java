package dev.proviso.reference;

import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Circumstance;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import dev.proviso.policy.Vocabulary.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The small vocabulary of the random policies, and the places and days that they speak of. */
final class Words {

    static final List<Place> COUNTRIES = places("CN", "DE", "FR", "GB", "US");
    static final List<Place> SUBDIVISIONS = places("GB-SCT", "US-CA");
    /** The last one never has a member. */
    static final List<Place> GROUPS = places("EU", "EEA", "OECD");

    /** The days on which rows, rules and laws change, and around which questions are asked. */
    static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2019, 7, 1),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2020, 3, 1),
            LocalDate.of(2021, 2, 28),
            LocalDate.of(2021, 3, 1),
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2023, 3, 26),
            LocalDate.of(2023, 10, 29),
            LocalDate.of(2024, 2, 29));

    static final List<Key> OBLIGATIONS = keys("notice", "opt-out");
    static final List<Key> SAFEGUARDS = keys("clauses", "binding-rules");
    static final List<Key> BASES = keys("agreement", "contract", "interest");
    static final List<Key> CIRCUMSTANCES = keys("legal-demand", "incident");
    static final String NUMBER_CIRCUMSTANCE = "records-this-year";

    static final Vocabulary VOCABULARY = new Vocabulary("random", terms(), circumstances(), attributes());

    private Words() {}

    static List<Key> keys(String... values) {
        return List.of(values).stream().map(Key::new).toList();
    }

    private static List<Place> places(String... codes) {
        return List.of(codes).stream().map(Place::new).toList();
    }

    static List<Key> leaves(Section section) {
        return VOCABULARY.leaves(section);
    }

    /** Every key of a section, inner ones too. */
    static List<Key> all(Section section) {
        return new ArrayList<>(VOCABULARY.keys(section));
    }

    private static Map<Section, SortedMap<Key, Term>> terms() {
        Map<Section, SortedMap<Key, Term>> terms = new EnumMap<>(Section.class);
        put(terms, Section.PURPOSES, "service.login", "service.order", "marketing.email", "marketing.ads.custom");
        put(terms, Section.PURPOSES, "marketing.ads.plain", "research");
        put(
                terms,
                Section.OPERATIONS,
                "collect",
                "use",
                "disclose",
                "transfer",
                "retain",
                "access",
                "correct",
                "erase");
        put(terms, Section.DATA, "contact.email", "contact.phone", "device.id", "device.location.precise");
        put(terms, Section.DATA, "device.location.rough", "health");
        put(terms, Section.SOURCES, "direct", "observed.log", "observed.device", "cookie");
        put(terms, Section.RECIPIENTS, "self", "processor", "partner.near", "partner.far");
        put(terms, Section.SAFEGUARDS, "clauses", "binding-rules");
        put(terms, Section.BASES, "agreement", "contract", "interest");
        put(terms, Section.OBLIGATIONS, "notice", "opt-out");
        give(
                terms,
                "health",
                new TreeMap<>(Map.of("volume", Literal.Number.of(10), "label", new Literal.Text("plain"))));
        give(terms, "device.id", new TreeMap<>(Map.of("pseudonym", new Literal.Bool(true))));
        give(terms, "contact.email", new TreeMap<>(Map.of("stored-in", new Literal.In(new Place("GB-SCT")))));
        return terms;
    }

    private static void put(Map<Section, SortedMap<Key, Term>> terms, Section section, String... keys) {
        SortedMap<Key, Term> of = terms.computeIfAbsent(section, any -> new TreeMap<>());
        keys(keys).forEach(key -> of.put(key, Term.PLAIN));
    }

    private static void give(
            Map<Section, SortedMap<Key, Term>> terms, String data, SortedMap<String, Literal> attributes) {
        terms.getOrDefault(Section.DATA, new TreeMap<>()).put(new Key(data), new Term("", "", attributes));
    }

    private static SortedMap<Key, Circumstance> circumstances() {
        SortedMap<Key, Circumstance> circumstances = new TreeMap<>();
        CIRCUMSTANCES.forEach(key -> circumstances.put(key, new Circumstance(Type.BOOLEAN, "there is a " + key, "")));
        circumstances.put(new Key(NUMBER_CIRCUMSTANCE), new Circumstance(Type.INTEGER, "", ""));
        return circumstances;
    }

    private static Map<Owner, SortedMap<String, Type>> attributes() {
        return Map.of(
                Owner.USER,
                new TreeMap<>(Map.of(
                        "citizenship", Type.PLACE,
                        "member", Type.BOOLEAN,
                        "score", Type.NUMBER,
                        "since", Type.DATE,
                        "segment", Type.TEXT)),
                Owner.DATA,
                new TreeMap<>(Map.of(
                        "stored-in", Type.PLACE,
                        "pseudonym", Type.BOOLEAN,
                        "volume", Type.INTEGER,
                        "recorded", Type.DATE,
                        "label", Type.TEXT)),
                Owner.REQUEST,
                new TreeMap<>(Map.of(
                        "seen-in", Type.PLACE,
                        "urgent", Type.BOOLEAN,
                        "amount", Type.NUMBER,
                        "due", Type.DATE,
                        "channel", Type.TEXT)));
    }

    /** A country or, now and then, a subdivision. */
    static Place somewhere(Chance chance) {
        return chance.in(20) ? chance.of(SUBDIVISIONS) : chance.of(COUNTRIES);
    }

    /** A country, a subdivision or a group. */
    static Place anyPlace(Chance chance) {
        return chance.in(35) ? chance.of(GROUPS) : somewhere(chance);
    }

    /** A value of the type, from so few that equal ones meet often. */
    static Literal literal(Chance chance, Type type, boolean inQuestion) {
        return switch (type) {
            case BOOLEAN -> new Literal.Bool(chance.in(50));
            case INTEGER -> Literal.Number.of(chance.of(0L, 9L, 10L, 11L, 100000L));
            case NUMBER -> new Literal.Number(new BigDecimal(chance.of("-1", "0.5", "0.50", "10", "10.01", "1e3")));
            case TEXT -> new Literal.Text(chance.of("plain", "", "a \"quoted\" \\ word", "line\nbreak", "ä$ then end"));
            case DATE -> new Literal.Date(chance.of(DAYS));
            case PLACE -> new Literal.In(inQuestion ? somewhere(chance) : anyPlace(chance));
        };
    }
}
