package dev.proviso.api;

import dev.proviso.document.Documents;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.Fields;
import dev.proviso.question.Mistake;
import dev.proviso.question.UserReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which words of a question stand where in a request of AuthZEN.
 *
 * <p>A property that nobody knows is passed over, as the standard asks. It must not take a fact with it: what is left out may
 * mean that something is not so, or that what is stored holds. So a word that is nearly one that is read there is a mistake, and
 * so is one whose absence says something at a place where nobody reads it.
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

    /** Does the vocabulary give attributes of this name to what the properties at a place are about? */
    static boolean isAttribute(String place, String name, Vocabulary vocabulary) {
        return attributes(place, vocabulary).contains(name);
    }

    private static Set<String> attributes(String place, Vocabulary vocabulary) {
        Optional<Owner> owner =
                switch (place) {
                    case SUBJECT -> Optional.of(Owner.USER);
                    case RESOURCE -> Optional.of(Owner.DATA);
                    default -> Optional.empty();
                };
        return owner.map(of -> declared(vocabulary, of)).orElse(Set.of());
    }

    static Set<String> declared(Vocabulary vocabulary, Owner owner) {
        return vocabulary
                .attributes()
                .getOrDefault(owner, Collections.emptySortedMap())
                .keySet();
    }

    /** Why a property that nobody knows must not be passed over; empty if it may. */
    static Optional<Mistake> lost(String place, String name, Vocabulary vocabulary) {
        String at = place + "." + name;
        return Optional.ofNullable(TELLING.get(name))
                .map(other -> new Mistake(at, "This is read in " + other + " only.", Optional.empty()))
                .or(() -> Documents.misspelt(name, read(place, vocabulary))
                        .map(meant -> new Mistake(
                                at, "Nobody knows this, and what it says would be lost.", Optional.of(meant))));
    }

    private static SortedSet<String> read(String place, Vocabulary vocabulary) {
        SortedSet<String> words = new TreeSet<>(READ.getOrDefault(place, Set.of()));
        words.addAll(attributes(place, vocabulary));
        words.addAll(declared(vocabulary, Owner.REQUEST));
        vocabulary.circumstances().keySet().forEach(key -> words.add(key.value()));
        return words;
    }
}
