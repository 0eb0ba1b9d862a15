package dev.proviso.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.Shipped;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader.Whereabouts;
import dev.proviso.reference.ReferenceEvaluator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Questions about the website policy of 2021 with all law, with the decisions of the second evaluator. */
final class KnownQuestions {

    /** A question as it is sent, and what has to be decided. */
    record Known(ObjectNode json, Decision expected) {}

    private static final int TRIED_AT_MOST = 500_000;

    private final WebsiteQuestions questions;
    private final Vocabulary vocabulary = Shipped.vocabulary();
    private final ReferenceEvaluator reference;

    KnownQuestions(long seed) {
        questions = new WebsiteQuestions(seed);
        Policy policy = Shipped.checked("website-privacy/2021-11-01.md").policy();
        List<Policy> law = Shipped.documents().stream()
                .filter(path -> path.startsWith("law/"))
                .map(path -> Shipped.checked(path).policy())
                .toList();
        reference = new ReferenceEvaluator(policy, policy.effective().orElseThrow(), law, vocabulary);
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
            Known known = next();
            int more = left.getOrDefault(known.expected(), 0);
            if (more > 0) {
                left.put(known.expected(), more - 1);
                found.add(known);
            }
        }
        return found;
    }

    Known next() {
        ObjectNode json = questions.next();
        return new Known(json, reference.decision(question(json, vocabulary)));
    }

    /** As the service reads it. */
    static Question question(ObjectNode json, Vocabulary vocabulary) {
        ObjectNode sent = json.deepCopy();
        return QuestionReader.read(
                        sent, Instant.parse(sent.path("at").asText()), vocabulary, Whereabouts.UNKNOWN)
                .get(0);
    }
}
