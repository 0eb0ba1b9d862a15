package dev.proviso.reference;

import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Decides questions literally as the description of the language says, with no thought of speed. Not safe for use by
 * several threads.
 */
public final class ReferenceEvaluator {

    private final Policy policy;
    private final Instant start;
    private final List<Policy> laws;
    private final Vocabulary vocabulary;
    private final BiConsumer<Atom, Tri> witness;
    private final Map<List<String>, Tables> tables = new HashMap<>();

    public ReferenceEvaluator(Policy policy, Instant start, List<Policy> laws, Vocabulary vocabulary) {
        this(policy, start, laws, vocabulary, (atom, value) -> {});
    }

    /** @param witness is told the value of every atom that is looked at */
    ReferenceEvaluator(
            Policy policy, Instant start, List<Policy> laws, Vocabulary vocabulary, BiConsumer<Atom, Tri> witness) {
        this.policy = policy;
        this.start = start;
        this.laws = List.copyOf(laws);
        this.vocabulary = vocabulary;
        this.witness = witness;
    }

    /** What is decided, without the reasons. */
    public Decision decision(Question question) {
        return decide(question).decision();
    }

    /** The strictest answer over the leaves. */
    ReferenceAnswer decide(Question question) {
        List<ReferenceAnswer> answers =
                leaves(question).stream().map(this::decide).toList();
        Decision strictest = Decision.strictest(
                answers.stream().map(ReferenceAnswer::decision).toList());
        List<ReferenceAnswer> deciding = answers.stream()
                .filter(answer -> answer.decision() == strictest)
                .toList();
        return ReferenceAnswer.joined(strictest, deciding, answers);
    }

    /** A law that is not drawn might forbid what is permitted, or might come to be. */
    private ReferenceAnswer asFarAsDrawn(Leaf leaf, ReferenceAnswer answer) {
        SortedSet<String> places = lawNotDrawn(leaf);
        boolean open = answer.decision() == Decision.PERMIT || answer.decision() == Decision.INDETERMINATE;
        if (places.isEmpty() || !open || policy.lawNotDrawn() == Policy.LawNotDrawn.PASSED_OVER) {
            return new ReferenceAnswer(
                    answer.decision(), answer.reasons(), answer.missing(), answer.obligations(), places);
        }
        SortedSet<String> missing = new TreeSet<>(answer.missing());
        places.forEach(place -> missing.add("law:" + place));
        SortedSet<ReferenceAnswer.Reason> reasons =
                answer.decision() == Decision.PERMIT ? new TreeSet<>() : answer.reasons();
        return new ReferenceAnswer(Decision.INDETERMINATE, reasons, missing, new TreeSet<>(), places);
    }

    /** The rows that name where the user lives, where the controller is or the origin, or the country of one of these. */
    private SortedSet<String> lawNotDrawn(Leaf leaf) {
        Matter matter = leaf.matter();
        List<Place> places = Stream.of(matter.question().user().country(), policy.controller(), leaf.origin())
                .flatMap(Optional::stream)
                .toList();
        SortedSet<String> notDrawn = new TreeSet<>();
        for (Row.NotDrawn row : matter.tables().inForce(Row.NotDrawn.class, matter.day())) {
            if (places.contains(row.place())
                    || places.stream().map(Place::country).anyMatch(row.place()::equals)) {
                notDrawn.add(row.place().code());
            }
        }
        return notDrawn;
    }

    /** As asked and, where the data leaves the country or may, as a transfer. */
    private ReferenceAnswer decide(Leaf leaf) {
        ReferenceAnswer asked = rank(leaf);
        Tri leaves = leaf.leavesCountry();
        if (leaf.operation().equals(Key.TRANSFER) || leaves.isFalse()) {
            return asked;
        }
        ReferenceAnswer transfer = rank(leaf.asTransfer());
        ReferenceAnswer stricter = stricter(asked, transfer);
        if (leaves.isTrue()) {
            return stricter;
        }
        return asked.decision() == stricter.decision()
                ? asked.withObligations(transfer.ifMoved().obligations())
                : unknownMovement(leaves.missing(), asked, transfer);
    }

    /** The two joined as leaves are. */
    private static ReferenceAnswer stricter(ReferenceAnswer asked, ReferenceAnswer transfer) {
        List<ReferenceAnswer> both = List.of(asked, transfer);
        Decision strictest = Decision.strictest(List.of(asked.decision(), transfer.decision()));
        List<ReferenceAnswer> deciding =
                both.stream().filter(answer -> answer.decision() == strictest).toList();
        return ReferenceAnswer.joined(strictest, deciding, both);
    }

    /** Missing are the places and what the two miss; the reasons are those of the two as far as they do not permit. */
    private static ReferenceAnswer unknownMovement(
            SortedSet<String> places, ReferenceAnswer asked, ReferenceAnswer transfer) {
        SortedSet<ReferenceAnswer.Reason> reasons = new TreeSet<>();
        SortedSet<String> missing = new TreeSet<>(places);
        for (ReferenceAnswer answer : List.of(asked.ifMoved(), transfer.ifMoved())) {
            missing.addAll(answer.missing());
            if (answer.decision() != Decision.PERMIT) {
                reasons.addAll(answer.reasons());
            }
        }
        return new ReferenceAnswer(Decision.INDETERMINATE, reasons, missing, new TreeSet<>(), asked.lawNotDrawn());
    }

    private ReferenceAnswer rank(Leaf leaf) {
        return asFarAsDrawn(leaf, new LeafRank(leaf, leaf.matter().laws(), witness).answer());
    }

    private List<Leaf> leaves(Question question) {
        List<Policy> inForce = inForce(question.at());
        Matter matter = new Matter(question, policy, start, vocabulary, inForce, tablesOf(inForce));
        List<Leaf> leaves = new ArrayList<>();
        for (Key purpose : vocabulary.leaves(Section.PURPOSES, question.purpose())) {
            for (Key data : vocabulary.leaves(Section.DATA, question.data())) {
                for (Optional<Key> source : below(Section.SOURCES, question.source())) {
                    for (Optional<Key> recipient : below(Section.RECIPIENTS, question.recipient())) {
                        leaves.add(leaf(matter, purpose, data, source, recipient));
                    }
                }
            }
        }
        return leaves;
    }

    /** An unknown key stays unknown. */
    private List<Optional<Key>> below(Section section, Optional<Key> key) {
        return key.map(known -> vocabulary.leaves(section, known).stream()
                        .map(Optional::of)
                        .toList())
                .orElse(List.of(Optional.empty()));
    }

    private Leaf leaf(Matter matter, Key purpose, Key data, Optional<Key> source, Optional<Key> recipient) {
        Question question = matter.question();
        Key operation = question.operation();
        Optional<Place> unstated =
                operation.equals(Key.COLLECT) ? question.user().country() : policy.heldIn();
        Optional<Place> origin = question.origin().stated() ? question.origin().place() : unstated;
        boolean stated = question.destination().stated();
        Optional<Place> destination = stated ? question.destination().place() : question.recipientCountry();
        boolean moves =
                stated || destination.isPresent() || operation.equals(Key.DISCLOSE) || operation.equals(Key.TRANSFER);
        return new Leaf(matter, purpose, operation, data, source, recipient, origin, moves, destination);
    }

    private Tables tablesOf(List<Policy> lawsInForce) {
        List<String> names = lawsInForce.stream().map(Policy::name).toList();
        return tables.computeIfAbsent(
                names,
                key -> new Tables(
                        Stream.concat(Stream.of(policy), lawsInForce.stream()).toList()));
    }

    /** Of the versions of a law, the one with the latest effective time not after the instant, unless it has ended. */
    private List<Policy> inForce(Instant at) {
        Map<String, Policy> latest = new TreeMap<>();
        laws.stream()
                .filter(law -> !effective(law).isAfter(at))
                .sorted(Comparator.comparing(ReferenceEvaluator::effective))
                .forEach(law -> latest.put(law.id(), law));
        Collection<Policy> chosen = latest.values();
        return chosen.stream()
                .filter(law -> law.until().map(at::isBefore).orElse(true))
                .toList();
    }

    /** A law that takes effect on publication has no time of its own before it is published. */
    private static Instant effective(Policy law) {
        return law.effective().orElse(Instant.MAX);
    }
}
