package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One question under one rulebook, with what is the same for all its leaves. */
final class DecisionContext {

    private final Question question;
    private final Rulebook rulebook;
    private final Rulebook.LawInForce law;
    private final Movement movement;
    private final LocalDate day;
    private final UserTime time;
    private final Ages ages;
    private final List<Facts.Leaf> leaves;
    private final LawNames joining;
    private final SortedSet<String> lawNotDrawn;

    /** A leaf, what is known about it, and what the rules say. */
    record Decided(Facts facts, Verdict verdict, Answer answer) {}

    DecisionContext(Question question, Rulebook rulebook) {
        this.question = question;
        this.rulebook = rulebook;
        this.law = rulebook.lawAt(question.at());
        this.movement = Movement.of(question, rulebook.policy().heldIn());
        this.day = question.at().atZone(Derivation.zone(question, rulebook)).toLocalDate();
        this.time = new UserTime(question.user(), question.at());
        this.ages = new Ages(question.user().birth(), time, law.tables());
        this.leaves = findLeaves();
        this.joining = joining();
        this.lawNotDrawn = notDrawn().map(row -> row.place().code()).collect(Collectors.toCollection(TreeSet::new));
    }

    Question question() {
        return question;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Rulebook.LawInForce law() {
        return law;
    }

    LocalDate day() {
        return day;
    }

    /** Where the user lives, and which day it is there. */
    UserTime time() {
        return time;
    }

    /** The names of the laws that join in, or may. */
    LawNames joined() {
        return joining;
    }

    /** The same question at another instant. */
    DecisionContext asOf(Instant another) {
        return new DecisionContext(question.asOf(another), rulebook);
    }

    /** The rows by which law is not drawn that may join in: that of where the user lives, of the controller and of the origin. */
    Stream<Row.NotDrawn> notDrawn() {
        return lawfulPlaces()
                .flatMap(place -> law.tables().notDrawn(place, day))
                .distinct();
    }

    /** The known places by which law joins in. */
    Stream<Place> lawfulPlaces() {
        return Stream.of(question.user().country(), rulebook.policy().controller(), movement.origin())
                .flatMap(Optional::stream);
    }

    /** The places of {@link #notDrawn}, by their codes. */
    SortedSet<String> lawNotDrawn() {
        return lawNotDrawn;
    }

    /** What may bear on an act. */
    CandidateRules inPlay(Facts.Leaf act) {
        return law.inPlay(act, joining);
    }

    Evaluation leavesCountry() {
        return movement.leavesCountry();
    }

    /** What the rules say, however often they said it before. */
    Decided decide(Facts.Leaf leaf) {
        return decide(facts(leaf));
    }

    private Decided decide(Facts facts) {
        List<Ruling> byLaw = rulebook.lawRules().apply(facts);
        return decided(facts, rulebook.rules().decide(facts, byLaw));
    }

    /**
     * The answer of {@link #decide}, as far as law is drawn; the rules are asked only about facts that they did not decide
     * before.
     */
    Answer answer(Facts.Leaf leaf) {
        AnswerMemo.Act act = AnswerMemo.Act.of(inPlay(leaf), day, leaf, false);
        return Answers.asFarAsDrawn(
                remembered(act, leaf, derivation(leaf), this::decide),
                lawNotDrawn,
                rulebook.policy().lawNotDrawn());
    }

    private Answer remembered(
            AnswerMemo.Act act, Facts.Leaf leaf, Derivation derivation, Function<Facts, Decided> rules) {
        AnswerMemo memo = rulebook.memo();
        return memo.find(act, derivation::value).orElseGet(() -> {
            Facts facts = new Facts(leaf, day, joining.names(), rulebook.atomsAsked(), derivation::value);
            Answer answer = rules.apply(facts).answer();
            memo.put(act, facts.looked(), derivation::value, answer);
            return answer;
        });
    }

    /** Decides the use behind a disclosure or transfer by the policy's own rules. No rule about use may ask for it. */
    private Evaluation usePermitted(Facts.Leaf leaf) {
        if (leaf.operation().equals(Key.USE)) {
            throw new IllegalStateException("a rule about use asks whether the use is permitted");
        }
        Facts.Leaf use = leaf.asUse();
        Answer answer = remembered(
                AnswerMemo.Act.of(law.inPlay(use, LawNames.NONE), day, use, true),
                use,
                derivation(use, movement.none()),
                facts -> decided(facts, rulebook.rules().decide(facts, List.of())));
        return switch (answer.decision()) {
            case PERMIT -> Evaluation.TRUE;
            case DENY, NOT_APPLICABLE -> Evaluation.FALSE;
            case INDETERMINATE -> new Evaluation(Truth.UNKNOWN, answer.missing());
        };
    }

    private Decided decided(Facts facts, Verdict verdict) {
        return new Decided(facts, verdict, new Reasons(rulebook, law, facts, verdict).answer());
    }

    /** The acts that are decided for a leaf: itself and, if the data is or may be moved to another country, its transfer. */
    List<Facts.Leaf> acts(Facts.Leaf leaf) {
        boolean alone =
                leaf.operation().equals(Key.TRANSFER) || leavesCountry().truth().isFalse();
        return alone ? List.of(leaf) : List.of(leaf, leaf.as(Key.TRANSFER, leaf.recipient()));
    }

    Facts facts(Facts.Leaf leaf) {
        return new Facts(leaf, day, joining.names(), rulebook.atomsAsked(), derivation(leaf)::value);
    }

    private LawNames joining() {
        Optional<Place> home = question.user().country();
        LocalDate since = law.tables().since(day);
        return law.joining(
                new Rulebook.Whereabouts(home, movement, question.recipientCountry(), since),
                () -> derivation(leaves.get(0))::value);
    }

    /** The rows of tables in which the value of an atom was looked up for a leaf. */
    Stream<Row> lookedUp(Atom atom, Facts.Leaf leaf) {
        return new Lookups(question, rulebook, movement, day, time).rows(atom, derivation(leaf));
    }

    Derivation derivation(Facts.Leaf leaf) {
        return derivation(leaf, movement);
    }

    private Derivation derivation(Facts.Leaf leaf, Movement moved) {
        return new Derivation(question, rulebook, leaf, moved, time, ages, () -> usePermitted(leaf));
    }

    /** The leaves below the question's keys, in the order of their keys. */
    List<Facts.Leaf> leaves() {
        return leaves;
    }

    private List<Facts.Leaf> findLeaves() {
        Words words = rulebook.words();
        List<Optional<Key>> sources = known(Section.SOURCES, question.source());
        List<Optional<Key>> recipients = known(Section.RECIPIENTS, question.recipient());
        List<Facts.Leaf> found = new ArrayList<>();
        for (Key operation : words.leaves(Section.OPERATIONS, question.operation())) {
            for (Key purpose : words.leaves(Section.PURPOSES, question.purpose())) {
                for (Key data : words.leaves(Section.DATA, question.data())) {
                    for (Optional<Key> source : sources) {
                        for (Optional<Key> recipient : recipients) {
                            found.add(new Facts.Leaf(operation, purpose, data, source, recipient));
                        }
                    }
                }
            }
        }
        return found;
    }

    private List<Optional<Key>> known(Section section, Optional<Key> key) {
        if (key.isEmpty()) {
            return List.of(key);
        }
        List<Key> below = rulebook.words().leaves(section, key.get());
        return below.size() == 1
                ? List.of(Optional.of(below.get(0)))
                : below.stream().map(Optional::of).toList();
    }
}
