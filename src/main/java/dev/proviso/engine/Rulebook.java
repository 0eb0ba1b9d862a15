package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that decides a question but for its facts: one version of a policy, every law of its vocabulary (which of them are in
 * force depends on the question's instant), and their compiled rules. Never changes; share it between threads.
 */
public final class Rulebook {

    private static final BitSet NOTHING = new BitSet();

    /** Where each day begins first and last, of all zones that can be stated. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.MAX;

    private static final ZoneOffset LAST_ZONE = ZoneOffset.MIN;
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final Instant CLOCKS_AGREE = Instant.parse("1990-01-01T00:00:00Z");

    private final Policy policy;
    private final Instant start;
    private final Vocabulary vocabulary;
    private final List<Policy> laws;
    private final PolicyRules rules;
    private final LawRules lawRules;
    private final Words words;
    private final Map<String, Atom> atoms;
    private final AnswerMemo memo = MemoRoom.SHARED.memo();
    private final NavigableMap<Instant, LawInForce> periods = new TreeMap<>();
    private final Remembered<Whereabouts, LawNames> joining = new Remembered<>();
    private final Remembered<LawNames, LawNames> sameNames = new Remembered<>();
    private final Remembered<ActUnder, CandidateRules> acts = new Remembered<>();
    private final Remembered<Numbers, CandidateRules> inPlay = new Remembered<>();
    private final Tables.Found found = new Tables.Found();

    /**
     * @param start when this version starts to bind
     * @param laws all versions of all law documents of the vocabulary, in any order
     * @param rules compiled from the policy
     * @param lawRules compiled from exactly these laws
     */
    public Rulebook(
            Policy policy,
            Instant start,
            Vocabulary vocabulary,
            List<Policy> laws,
            PolicyRules rules,
            LawRules lawRules) {
        this.policy = policy;
        this.start = start;
        this.vocabulary = vocabulary;
        this.laws = List.copyOf(laws);
        this.rules = rules;
        this.lawRules = lawRules;
        this.words = new Words(vocabulary);
        this.atoms = atoms();
        TreeSet<Instant> changes = new TreeSet<>(List.of(Instant.MIN));
        laws.forEach(law -> {
            changes.add(startOf(law));
            law.until().ifPresent(changes::add);
        });
        changes.forEach(change -> periods.put(change, new LawInForce(inForce(change))));
    }

    public Policy policy() {
        return policy;
    }

    public Instant start() {
        return start;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    PolicyRules rules() {
        return rules;
    }

    LawRules lawRules() {
        return lawRules;
    }

    Words words() {
        return words;
    }

    AnswerMemo memo() {
        return memo;
    }

    /** The atoms that some rule asks about, by their sentences. */
    Map<String, Atom> atomsAsked() {
        return atoms;
    }

    /** The law documents in force at an instant, in the order of their names. */
    public List<Policy> lawsAt(Instant at) {
        return lawAt(at).laws;
    }

    LawInForce lawAt(Instant at) {
        return periods.floorEntry(at).getValue();
    }

    /** When the next law starts or ends after an instant. */
    Optional<Instant> nextChangeOfLaw(Instant at) {
        return Optional.ofNullable(periods.higherKey(at));
    }

    /** How much is remembered, of each kind. */
    List<Long> remembered() {
        return Stream.concat(
                        Stream.of(joining.size(), sameNames.size(), acts.size(), inPlay.size()), found.sizes().stream())
                .toList();
    }

    /** All that a scope about places turns on, in a time in which no row starts or ends, named by its first day. */
    record Whereabouts(Optional<Place> user, Movement movement, Optional<Place> recipient, LocalDate since) {}

    /**
     * Where a law joins in.
     *
     * @param places empty if that turns on more than places, or on nothing
     */
    private record Scope(String name, Optional<Condition> places) {

        static Scope of(Policy law) {
            return new Scope(law.name(), law.scope().filter(scope -> Condition.atoms(scope)
                    .allMatch(Atom.Located.class::isInstance)));
        }

        boolean mayJoin(Function<Atom, Evaluation> values) {
            return places.isEmpty()
                    || Conditions.value(places.get(), values).truth().isPossible();
        }
    }

    /** An act, and the documents that join in. */
    private record ActUnder(Facts.Leaf act, LawNames joined) {}

    /** The numbers of rules that cover acts, and of those behind them. */
    private record Numbers(BitSet rules, BitSet behind) {}

    /** The law of a period in which no law starts or ends, and the tables of the policy and that law. */
    final class LawInForce {
        private final List<Policy> laws;
        private final List<Scope> scopes;
        private volatile Optional<RuleIndex> rules = Optional.empty();
        private volatile Optional<Set<Place>> places = Optional.empty();
        private volatile Optional<Tables> tables = Optional.empty();
        private volatile Optional<java.util.IdentityHashMap<Row, Policy>> homes = Optional.empty();

        LawInForce(List<Policy> laws) {
            this.laws = laws;
            this.scopes = laws.stream().map(Scope::of).toList();
        }

        /**
         * The names of the documents that join in for a question, or may, as far as their scopes turn on places alone. What
         * lies further off need not be held against any rule.
         *
         * @param places gives the value of an atom about places
         */
        LawNames joining(Whereabouts where, Supplier<Function<Atom, Evaluation>> places) {
            return joining.get(this, where, asked -> joined(places.get()));
        }

        /** The same object for the same names, which are compared often. */
        private LawNames joined(Function<Atom, Evaluation> places) {
            LawNames names = new LawNames(scopes.stream()
                    .filter(scope -> scope.mayJoin(places))
                    .map(Scope::name)
                    .collect(Collectors.toUnmodifiableSet()));
            return sameNames.get(this, names, same -> same);
        }

        List<Policy> documents() {
            return laws;
        }

        /** The document in which a row of these tables stands. Built when first asked for, like the tables. */
        Policy home(Row row) {
            if (homes.isEmpty()) {
                java.util.IdentityHashMap<Row, Policy> found = new java.util.IdentityHashMap<>();
                Stream.concat(Stream.of(policy), laws.stream())
                        .forEach(document -> document.rows().forEach(each -> found.put(each, document)));
                homes = Optional.of(found);
            }
            return java.util.Objects.requireNonNull(homes.get().get(row), "the row is of these tables");
        }

        /**
         * What may bear on an act, remembered: many acts are covered by the same rules.
         *
         * @param joined the names of the documents that join in
         */
        CandidateRules inPlay(Facts.Leaf act, LawNames joined) {
            return acts.get(this, new ActUnder(act, joined), asked -> find(act, joined));
        }

        private CandidateRules find(Facts.Leaf act, LawNames joined) {
            RuleIndex index = rules();
            BitSet covering = index.covering(act, joined);
            BitSet behind =
                    covering.intersects(index.askingForUse()) ? index.covering(act.asUse(), LawNames.NONE) : NOTHING;
            return inPlay.get(
                    this,
                    new Numbers(covering, behind),
                    numbers ->
                            CandidateRules.of(index.rules(numbers.rules()), index.rules(numbers.behind()), tables()));
        }

        /** The rules of the policy and of this law. Built when first asked for, like the tables. */
        RuleIndex rules() {
            if (rules.isEmpty()) {
                rules = Optional.of(new RuleIndex(policy, laws));
            }
            return rules.get();
        }

        /** Built when first asked for; two threads may both build it, to the same effect. */
        Tables tables() {
            if (tables.isEmpty()) {
                tables = Optional.of(new Tables(rows(), found));
            }
            return tables.get();
        }

        /**
         * Before when nothing changes in any zone: no row and no rule starts or ends, and no other law decides.
         *
         * @return not before the instant; the instant itself where a day of change has begun in some zones only, long ago
         */
        Optional<Instant> nextChange(Instant at) {
            LocalDate last = LocalDate.ofInstant(at, LAST_ZONE);
            Optional<Instant> nextDay = Stream.of(tables().boundaries().next(last), rules().nextBoundary(last))
                    .flatMap(Optional::stream)
                    .min(LocalDate::compareTo)
                    .map(day -> day.atStartOfDay(FIRST_ZONE).toInstant())
                    .map(start -> start.isAfter(at) ? start : nextStartOfSomeDay(at));
            return Stream.of(nextDay, nextChangeOfLaw(at))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
        }

        /** The atoms that some rule asks about, or some row. */
        Stream<Atom> asked() {
            return Stream.concat(atoms.values().stream(), tables().asked().stream());
        }

        /** The numbers of years that some rule or row names itself. */
        IntStream yearsAsked() {
            return asked().filter(Atom.Under.class::isInstance).mapToInt(atom -> ((Atom.Under) atom).years());
        }

        /** Places that stand for all others. Built when first asked for, like the tables. */
        Set<Place> places() {
            if (places.isEmpty()) {
                places = Optional.of(NamedPlaces.of(asked(), rows()));
            }
            return places.get();
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>(policy.rows());
            laws.forEach(law -> rows.addAll(law.rows()));
            return rows;
        }
    }

    /**
     * Before when no day begins in any zone: since clocks agree on it, each does at a quarter of an hour; the instant itself, long
     * ago.
     */
    static Instant nextStartOfSomeDay(Instant at) {
        long quarters = Math.floorDiv(at.getEpochSecond(), QUARTER) + 1;
        return at.isBefore(CLOCKS_AGREE) ? at : Instant.ofEpochSecond(quarters * QUARTER);
    }

    private static Instant startOf(Policy law) {
        return law.effective().orElse(Instant.MIN);
    }

    /** Of each law, the version with the latest start, unless it has ended. */
    private List<Policy> inForce(Instant at) {
        Map<String, Policy> latest = new HashMap<>();
        for (Policy law : laws) {
            if (!startOf(law).isAfter(at)) {
                latest.merge(law.id(), law, (a, b) -> startOf(b).isAfter(startOf(a)) ? b : a);
            }
        }
        return latest.values().stream()
                .filter(law -> law.until().map(at::isBefore).orElse(true))
                .sorted(java.util.Comparator.comparing(Policy::name))
                .toList();
    }

    private Map<String, Atom> atoms() {
        return Stream.concat(Stream.of(policy), laws.stream())
                .flatMap(Rulebook::conditions)
                .flatMap(Condition::atoms)
                .collect(Collectors.toMap(Atom::sentence, atom -> atom, (a, b) -> a));
    }

    private static Stream<Condition> conditions(Policy document) {
        return Stream.concat(
                document.scope().stream(), document.rules().stream().map(Rule::condition));
    }
}
