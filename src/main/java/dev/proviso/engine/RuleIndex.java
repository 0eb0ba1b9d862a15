package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a policy and of laws, found by what their acts cover. For every key the rules are remembered that cover it, so
 * that finding those of a leaf costs next to nothing. Safe for any thread.
 */
final class RuleIndex {

    private static final int MOST_REMEMBERED = 20_000;

    private final List<Placed> rules = new ArrayList<>();
    private final List<BitSet> documents = new ArrayList<>();
    private final BitSet askingForUse = new BitSet();
    private final List<String> names = new ArrayList<>();
    private final NavigableSet<LocalDate> boundaries = new TreeSet<>();
    private final Map<SectionKey, BitSet> covering = new ConcurrentHashMap<>();
    private final Map<LawNames, BitSet> joining = new ConcurrentHashMap<>();

    /** A rule, the document in which it stands, and all that its condition and the document's scope ask. */
    record Placed(Policy document, Rule rule, Set<Atom> atoms) {

        private static Placed of(Policy document, Rule rule) {
            Set<Atom> atoms = Stream.concat(document.scope().stream(), Stream.of(rule.condition()))
                    .flatMap(Condition::atoms)
                    .collect(Collectors.toUnmodifiableSet());
            return new Placed(document, rule, atoms);
        }

        /** Each rule of an index is there once; comparing whole documents would take long. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private record SectionKey(Section section, Key key) {}

    RuleIndex(Policy policy, List<Policy> laws) {
        Stream.concat(Stream.of(policy), laws.stream()).forEach(this::add);
    }

    private void add(Policy document) {
        int first = rules.size();
        for (Rule rule : document.rules()) {
            Placed placed = Placed.of(document, rule);
            askingForUse.set(rules.size(), placed.atoms().stream().anyMatch(atom -> atom.kind() == FactKind.USE));
            rules.add(placed);
            CandidateRules.boundaries(rule.days()).forEach(boundaries::add);
        }
        BitSet own = new BitSet();
        own.set(first, rules.size());
        documents.add(own);
        names.add(document.name());
    }

    /** The numbers of the rules whose act covers a leaf, or may, of the policy and of those laws. Not to be changed. */
    BitSet covering(Facts.Leaf leaf, LawNames laws) {
        BitSet found = (BitSet) joining(laws).clone();
        keep(found, Section.OPERATIONS, Optional.of(leaf.operation()), rule -> rule.act()
                .operations());
        keep(found, Section.PURPOSES, Optional.of(leaf.purpose()), rule -> rule.act()
                .purposes());
        keep(found, Section.DATA, Optional.of(leaf.data()), rule -> rule.act().data());
        keep(found, Section.SOURCES, leaf.source(), rule -> rule.act().sources());
        keep(found, Section.RECIPIENTS, leaf.recipient(), rule -> rule.act().recipients());
        return found;
    }

    /** The numbers of the rules that ask whether the use is permitted. Not to be changed. */
    BitSet askingForUse() {
        return askingForUse;
    }

    /** The next day after one on which the days of some rule start, or have ended. */
    Optional<LocalDate> nextBoundary(LocalDate day) {
        return Optional.ofNullable(boundaries.higher(day));
    }

    /** The rules with these numbers. */
    List<Placed> rules(BitSet numbers) {
        return numbers.stream().mapToObj(rules::get).toList();
    }

    private BitSet joining(LawNames laws) {
        BitSet known = joining.get(laws);
        if (known != null) {
            return known;
        }
        BitSet found = new BitSet();
        for (int i = 0; i < documents.size(); i++) {
            if (i == 0 || laws.names().contains(names.get(i))) {
                found.or(documents.get(i));
            }
        }
        if (joining.size() < MOST_REMEMBERED) {
            joining.put(laws, found);
        }
        return found;
    }

    /** A key that is not known may be any. */
    private void keep(BitSet found, Section section, Optional<Key> key, Function<Rule, Keys> part) {
        if (key.isPresent()) {
            SectionKey sectionKey = new SectionKey(section, key.get());
            BitSet known = covering.get(sectionKey);
            found.and(known == null ? covering.computeIfAbsent(sectionKey, each -> all(key.get(), part)) : known);
        }
    }

    private BitSet all(Key key, Function<Rule, Keys> part) {
        BitSet found = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            found.set(i, part.apply(rules.get(i).rule()).covers(key));
        }
        return found;
    }
}
