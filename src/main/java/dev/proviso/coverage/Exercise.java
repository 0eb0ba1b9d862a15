package dev.proviso.coverage;

import dev.proviso.comparison.Text;
import dev.proviso.document.Span;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Explanation;
import dev.proviso.engine.Explanation.Valued;
import dev.proviso.engine.Observation;
import dev.proviso.engine.Truth;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.TestedVersion;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers what tests show of one document. */
final class Exercise {

    private final Text text;
    private final TestedVersion version;
    private final Possible possible;
    private final Reachable reachable;
    private final Set<RuleId> decided = new HashSet<>();
    private final Map<RuleId, Set<Explanation.Outcome>> outcomes = new HashMap<>();
    private final Map<RuleId, Map<Atom, Set<Truth>>> conditions = new HashMap<>();
    private final Map<Atom, Set<Truth>> scope = new HashMap<>();
    private final Set<Row> rows = new HashSet<>();

    /** @param version under which the document is asked: itself, or one that it joins as law */
    Exercise(Text text, TestedVersion version) {
        this.text = text;
        this.version = version;
        this.possible = new Possible(text.policy(), version);
        this.reachable = new Reachable(text.policy(), version, possible);
    }

    void add(Outcome outcome) {
        Answer answer = outcome.answer();
        answer.reasons().stream()
                .filter(reason -> reason.outcome() == Answer.Outcome.APPLIES)
                .filter(reason -> isThis(reason.document(), reason.version()))
                .forEach(reason -> reason.rule().ifPresent(decided::add));
        answer.obligations().stream()
                .filter(duty -> duty.outcome() == Answer.Outcome.APPLIES)
                .filter(duty -> isThis(duty.document(), duty.version()))
                .forEach(duty -> decided.add(duty.rule()));
        Observation.of(text.policy().id(), outcome.test().questions(), outcome.rulebook()).stream()
                .filter(leaf -> isThis(leaf.document().id(), leaf.document().label()))
                .forEach(this::add);
    }

    private boolean isThis(String document, String label) {
        return text.policy().id().equals(document) && text.policy().label().equals(label);
    }

    private void add(Observation leaf) {
        see(scope, leaf.scope());
        rows.addAll(leaf.rows());
        for (Observation.Fate fate : leaf.rules()) {
            outcomes.computeIfAbsent(fate.rule(), key -> EnumSet.noneOf(Explanation.Outcome.class))
                    .add(fate.outcome());
            see(conditions.computeIfAbsent(fate.rule(), key -> new HashMap<>()), fate.conditions());
        }
    }

    private static void see(Map<Atom, Set<Truth>> seen, List<Valued> values) {
        values.forEach(one -> seen.computeIfAbsent(one.atom(), key -> EnumSet.noneOf(Truth.class))
                .add(one.value()));
    }

    Coverage.Document seen() {
        Policy policy = text.policy();
        List<Coverage.Condition> joining = policy.scope().stream()
                .flatMap(Condition::atoms)
                .distinct()
                .map(atom -> condition(atom, scope, possible.toShow(atom)))
                .toList();
        List<Coverage.Sentence> sentences = policy.rules().stream()
                .sorted(java.util.Comparator.comparing(Rule::id))
                .map(this::sentence)
                .toList();
        List<Coverage.Sentence> counted =
                sentences.stream().filter(one -> one.unreachable().isEmpty()).toList();
        List<Coverage.Condition> all = Stream.concat(
                        joining.stream(), counted.stream().flatMap(one -> one.conditions().stream()))
                .toList();
        int missing = all.stream().mapToInt(one -> one.missing().size()).sum()
                + (int) counted.stream().filter(one -> !one.decided()).count();
        int whole = counted.size()
                + Stream.concat(scopeAtoms(), counted.stream().flatMap(this::atoms))
                        .mapToInt(Set::size)
                        .sum();
        return new Coverage.Document(
                policy.id(),
                policy.label(),
                text.source().name(),
                whole == 0 ? 100 : (whole - missing) * 100 / whole,
                whole - missing,
                whole,
                joining,
                sentences,
                tableRows(),
                text);
    }

    private Stream<Set<Truth>> scopeAtoms() {
        return text.policy().scope().stream()
                .flatMap(Condition::atoms)
                .distinct()
                .map(possible::toShow);
    }

    private Stream<Set<Truth>> atoms(Coverage.Sentence sentence) {
        Rule rule = text.rule(sentence.id()).orElseThrow();
        return Condition.atoms(rule.condition()).distinct().map(atom -> possible.toShow(rule, atom));
    }

    private Coverage.Sentence sentence(Rule rule) {
        Set<Explanation.Outcome> fates = outcomes.getOrDefault(rule.id(), Set.of());
        Map<Atom, Set<Truth>> seen = conditions.getOrDefault(rule.id(), Map.of());
        boolean isDecided = decided.contains(rule.id());
        return new Coverage.Sentence(
                rule.id().toString(),
                text.line(rule.id()),
                text.checked().sentence(rule.id()),
                isDecided,
                fates.contains(Explanation.Outcome.APPLIES),
                fates.contains(Explanation.Outcome.MAY_APPLY),
                fates.contains(Explanation.Outcome.DEFEATED),
                Condition.atoms(rule.condition())
                        .distinct()
                        .map(atom -> condition(atom, seen, possible.toShow(rule, atom)))
                        .toList(),
                isDecided ? Optional.empty() : reachable.obstacle(rule),
                rule.id(),
                text.span(rule.id()));
    }

    private Coverage.Condition condition(Atom atom, Map<Atom, Set<Truth>> seen, Set<Truth> possibleValues) {
        return Coverage.Condition.of(version.phrase(atom), seen.getOrDefault(atom, Set.of()), possibleValues);
    }

    private List<Coverage.TableRow> tableRows() {
        List<Row> all = text.policy().rows();
        return IntStream.range(0, all.size())
                .mapToObj(i -> tableRow(all.get(i), text.checked().rows().get(i)))
                .toList();
    }

    private Coverage.TableRow tableRow(Row row, Span span) {
        String line = text.source().text().substring(span.start(), span.end());
        return new Coverage.TableRow(
                row.key().get(0), text.line(span), line.replaceAll("\\s+", " "), rows.contains(row), span);
    }
}
