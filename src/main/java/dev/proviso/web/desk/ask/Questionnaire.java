package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Vocabulary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form about a policy: what was filled in, and what may be.
 *
 * @param policies that one may choose from
 * @param policy that is chosen; the first, where none was
 * @param versions of that policy, the first to start first
 * @param choices the words of its last version
 */
public record Questionnaire(
        AskForm form, List<String> policies, String policy, List<Edition> versions, Choices choices) {

    private static final Vocabulary NO_WORDS = new Vocabulary("", Map.of(), Collections.emptySortedMap(), Map.of());

    static Questionnaire of(MultivaluedMap<String, String> filledIn, Library library) {
        AskForm form = AskForm.of(filledIn);
        List<String> policies = List.copyOf(library.policies());
        String policy = form.value("policy").isEmpty() && !policies.isEmpty() ? policies.get(0) : form.value("policy");
        List<Edition> versions = library.versions(policy);
        Vocabulary words = versions.isEmpty()
                ? NO_WORDS
                : versions.get(versions.size() - 1).vocabulary();
        return new Questionnaire(form, policies, policy, versions, new Choices(words));
    }

    /** Whose days count: the policy's. */
    public ZoneId zone() {
        return versions.isEmpty()
                ? ZoneOffset.UTC
                : versions.get(versions.size() - 1).policy().timeZone();
    }

    /** Whether there is enough to ask. */
    boolean isComplete() {
        return form.isComplete();
    }

    /** What is asked, as people name it. */
    String sentence() {
        return label(choices.operations(), form.operation()) + ": " + labels(choices.data(), form.said("data"))
                + " for " + labels(choices.purposes(), form.said("purpose"));
    }

    private static String labels(List<Choices.Choice> words, List<String> keys) {
        return keys.stream().map(key -> "“" + label(words, key) + "”").collect(Collectors.joining(", "));
    }

    private static String label(List<Choices.Choice> words, String key) {
        return words.stream()
                .filter(word -> word.key().equals(key))
                .map(Choices.Choice::label)
                .findFirst()
                .orElse(key);
    }

    /** The question as programs ask it. */
    ObjectNode question(Instant now) {
        return form.question(now, zone()).put("policy", policy);
    }
}
