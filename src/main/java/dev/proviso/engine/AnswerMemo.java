package dev.proviso.engine;

import dev.proviso.policy.Atom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers of one rulebook. For each act it keeps a decision tree: each node asks for one atom, each edge is a value
 * of it, and at the end stands the answer. A path holds every atom that was looked at when the rules decided, so whoever comes
 * along the same path would get the same answer from the rules. Facts that take another path are decided by the rules, which adds
 * that path.
 *
 * <p>There is room for {@link #MOST_NODES} nodes in each of two generations. When the younger one is full, the older one is
 * dropped; what is asked again moves to the younger one. So a flood of questions that nobody asks twice neither fills the memory
 * nor drives out what is asked all the time. Safe for any thread.
 */
final class AnswerMemo {

    /** About 20 MB in a generation that is full. */
    static final int MOST_NODES = 200_000;

    private final int most;
    private volatile Generation young = new Generation();
    private volatile Generation old = new Generation();

    /**
     * What an answer depends on beside the values of atoms. Acts that the same rules cover are alike.
     *
     * @param rules that cover the act, or may
     * @param span which of them have their day
     * @param alone whether the policy decides without the law
     */
    record Act(CandidateRules rules, int span, boolean sourceKnown, boolean recipientKnown, boolean alone) {

        static Act of(CandidateRules rules, LocalDate day, Facts.Leaf leaf, boolean alone) {
            return new Act(
                    rules,
                    rules.span(day),
                    leaf.source().isPresent(),
                    leaf.recipient().isPresent(),
                    alone);
        }
    }

    private static final class Generation {
        private final Map<Act, Node> roots = new ConcurrentHashMap<>();
        private int nodes;
    }

    private static final class Node {
        private final @Nullable Atom atom;
        private final @Nullable Answer answer;
        private volatile @Nullable Node whenTrue;
        private volatile @Nullable Node whenFalse;
        private volatile @Nullable Map<SortedSet<String>, Node> whenUnknown;

        private Node(@Nullable Atom atom, @Nullable Answer answer) {
            this.atom = atom;
            this.answer = answer;
        }

        @Nullable
        Node next(Evaluation value) {
            return switch (value.truth()) {
                case TRUE -> whenTrue;
                case FALSE -> whenFalse;
                case UNKNOWN -> {
                    Map<SortedSet<String>, Node> unknown = whenUnknown;
                    yield unknown == null ? null : unknown.get(value.missing());
                }
            };
        }

        private void link(Evaluation value, Node next) {
            switch (value.truth()) {
                case TRUE -> whenTrue = next;
                case FALSE -> whenFalse = next;
                case UNKNOWN -> {
                    Map<SortedSet<String>, Node> unknown = whenUnknown;
                    if (unknown == null) {
                        unknown = new ConcurrentHashMap<>();
                        whenUnknown = unknown;
                    }
                    unknown.put(value.missing(), next);
                }
            }
        }
    }

    AnswerMemo() {
        this(MOST_NODES);
    }

    AnswerMemo(int most) {
        this.most = most;
    }

    /**
     * The answer to an act, if facts like these were decided before.
     *
     * @param facts the value of an atom
     */
    Optional<Answer> find(Act act, Function<Atom, Evaluation> facts) {
        Node end = follow(young.roots.get(act), facts);
        if (end != null) {
            return Optional.ofNullable(end.answer);
        }
        Node root = old.roots.get(act);
        if (root == null) {
            return Optional.empty();
        }
        Map<Atom, Evaluation> path = new LinkedHashMap<>();
        Node before = follow(root, atom -> path.computeIfAbsent(atom, facts));
        if (before == null || before.answer == null) {
            return Optional.empty();
        }
        put(act, path, facts, before.answer);
        return Optional.of(before.answer);
    }

    private static @Nullable Node follow(@Nullable Node from, Function<Atom, Evaluation> facts) {
        Node node = from;
        while (node != null && node.atom != null) {
            node = node.next(facts.apply(node.atom));
        }
        return node;
    }

    /**
     * Keeps an answer.
     *
     * @param looked every atom that was looked at for it, with its value
     * @param facts the value of any other atom
     */
    synchronized void put(Act act, Map<Atom, Evaluation> looked, Function<Atom, Evaluation> facts, Answer answer) {
        if (young.nodes >= most) {
            old = young;
            young = new Generation();
        }
        Node node = young.roots.get(act);
        if (node == null) {
            young.roots.put(act, path(looked, answer));
            return;
        }
        Map<Atom, Evaluation> rest = new LinkedHashMap<>(looked);
        while (node.atom != null) {
            Evaluation known = rest.remove(node.atom);
            Evaluation value = known == null ? facts.apply(node.atom) : known;
            Node next = node.next(value);
            if (next == null) {
                node.link(value, path(rest, answer));
                return;
            }
            node = next;
        }
    }

    private Node path(Map<Atom, Evaluation> looked, Answer answer) {
        Node next = new Node(null, answer);
        List<Map.Entry<Atom, Evaluation>> steps = new ArrayList<>(looked.entrySet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Node node = new Node(steps.get(i).getKey(), null);
            node.link(steps.get(i).getValue(), next);
            next = node;
        }
        young.nodes += 1 + steps.size();
        return next;
    }

    /** How many nodes are kept. */
    synchronized int size() {
        return young.nodes + old.nodes;
    }
}
