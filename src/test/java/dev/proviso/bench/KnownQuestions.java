package dev.proviso.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.Shipped;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader.Whereabouts;
import dev.proviso.reference.ReferenceEvaluator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Questions about the website policy of 2021 with all law. Their answers are the engine's, in a process of its own; the second
 * evaluator, which takes a fifth of a second for each, confirms as many of them as it is asked to.
 */
final class KnownQuestions {

    /** A question as it is sent, and what has to be decided. */
    record Known(ObjectNode json, Decision expected) {}

    private static final int TRIED_AT_MOST = 500_000;

    private final WebsiteQuestions questions;
    private final Vocabulary vocabulary = Shipped.vocabulary();
    private final Rulebook rulebook;
    private final int confirmed;
    private final ReferenceEvaluator reference;

    /** @param confirmed one in how many answers the second evaluator has to confirm */
    KnownQuestions(long seed, int confirmed) {
        this.confirmed = confirmed;
        questions = new WebsiteQuestions(seed);
        CompiledOnce website = CompiledOnce.website();
        rulebook = website.rulebook();
        reference = new ReferenceEvaluator(website.policy(), rulebook.start(), website.law(), website.vocabulary());
    }

    /** So many of each decision, in the order in which they were found: the last ones may all be of one decision. */
    List<Known> mixed(Map<Decision, Integer> wanted) {
        Map<Decision, Integer> left = new EnumMap<>(wanted);
        List<Known> found = new ArrayList<>();
        int total = wanted.values().stream().mapToInt(Integer::intValue).sum();
        for (int tried = 0; found.size() < total; tried++) {
            if (tried == TRIED_AT_MOST) {
                throw new IllegalStateException("After " + tried + " questions these are still wanted: " + left);
            }
            ObjectNode json = questions.next();
            Question question = question(json, vocabulary);
            Decision decision = Decider.decide(question, rulebook).decision();
            int more = left.getOrDefault(decision, 0);
            if (more > 0) {
                left.put(decision, more - 1);
                found.add(new Known(json, decision));
                if (found.size() % confirmed == 0) {
                    confirm(json, question, decision);
                }
            }
        }
        return found;
    }

    private void confirm(ObjectNode json, Question question, Decision decision) {
        Decision other = reference.decision(question);
        if (other != decision) {
            throw new IllegalStateException(decision + " by the engine and " + other + " by the reference: " + json);
        }
    }

    /** As the service reads it. */
    static Question question(ObjectNode json, Vocabulary vocabulary) {
        ObjectNode sent = json.deepCopy();
        return QuestionReader.read(sent, Instant.parse(sent.path("at").asText()), vocabulary, Whereabouts.UNKNOWN)
                .get(0);
    }
}
