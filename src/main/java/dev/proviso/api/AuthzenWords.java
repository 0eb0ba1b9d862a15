package dev.proviso.api;

import dev.proviso.document.Documents;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Type;
import dev.proviso.question.Fields;
import dev.proviso.question.Mistake;
import dev.proviso.question.UserReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which words of a question stand where in a request of AuthZEN.
 *
 * <p>A property that nobody knows is passed over, as the standard asks. It must not take a fact with it whose absence says that
 * something is not so: such a word, misspelt or at a place where nobody reads it, is a mistake.
 */
final class AuthzenWords {

    static final String SUBJECT = "subject.properties";
    static final String ACTION = "action.properties";
    static final String RESOURCE = "resource.properties";
    static final String CONTEXT = "context";

    /** Whether reasons are wanted with the answer. */
    static final String EXPLAIN = "explain";

    static final Set<String> OF_ACTION = Set.of("operation");
    static final Set<String> OF_RESOURCE = Set.of("source");
    static final Set<String> OF_USER = userFacts();
    static final Set<String> OF_CONTEXT = Fields.names(
            "policy",
            "version",
            "at",
            "trial",
            "recipient",
            "origin",
            "destination",
            "safeguards",
            "collectedAt",
            "collectedFor",
            EXPLAIN);

    /** The words that are read at a place, whatever the vocabulary. */
    static final Map<String, Set<String>> READ =
            Map.of(SUBJECT, OF_USER, ACTION, OF_ACTION, RESOURCE, OF_RESOURCE, CONTEXT, OF_CONTEXT);

    /** What says something by not being there, and where it is read. */
    private static final Map<String, String> TELLING = new TreeMap<>(Map.of(
            "operation", ACTION,
            "recipient", CONTEXT,
            "origin", CONTEXT,
            "destination", CONTEXT,
            "consents", SUBJECT,
            "objections", SUBJECT,
            "refusals", SUBJECT));

    private AuthzenWords() {}

    private static Set<String> userFacts() {
        Set<String> facts = new TreeSet<>(UserReader.FIELDS);
        facts.remove("id");
        return facts;
    }

    /** Why a property that nobody knows must not be passed over; empty if it may. */
    static Optional<Mistake> lost(String place, String name, Vocabulary vocabulary) {
        String at = place + "." + name;
        return Optional.ofNullable(TELLING.get(name))
                .map(other -> new Mistake(at, "This is read in " + other + " only.", Optional.empty()))
                .or(() -> Documents.misspelt(name, telling(place, vocabulary))
                        .map(meant -> new Mistake(
                                at, "Nobody knows this, and what it says would be lost.", Optional.of(meant))));
    }

    private static SortedSet<String> telling(String place, Vocabulary vocabulary) {
        SortedSet<String> words = new TreeSet<>();
        if (place.equals(CONTEXT)) {
            words.addAll(Set.of("policy", "version"));
        }
        TELLING.forEach((word, other) -> {
            if (other.equals(place)) {
                words.add(word);
            }
        });
        vocabulary.circumstances().forEach((key, circumstance) -> {
            if (circumstance.type() == Type.BOOLEAN) {
                words.add(key.value());
            }
        });
        return words;
    }
}
