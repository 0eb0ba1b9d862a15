package dev.proviso.api.authzen;

import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.Fields;
import dev.proviso.question.UserReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which words of a question stand where in a request of AuthZEN. */
final class AuthzenWords {

    static final String SUBJECT = "subject.properties";
    static final String ACTION = "action.properties";
    static final String RESOURCE = "resource.properties";
    static final String CONTEXT = "context";

    /** Whether reasons are wanted with the answer. */
    static final String EXPLAIN = "explain";

    /** Which extensions the caller keeps to the letter, and which types of obligations it fulfils. */
    static final String EXTENSIONS = "supported_mandatory_extensions";

    static final String OBLIGATIONS = "supported_obligations";

    static final Set<String> OF_REQUEST =
            Set.of("subject", "action", "resource", CONTEXT, "evaluations", "options", "page");
    static final Set<String> OF_ENTITY = Set.of("type", "id", "name", "properties");
    static final Set<String> OF_ACTION = Set.of("operation");
    static final Set<String> OF_RESOURCE = Set.of("source");
    static final Set<String> OF_USER = userFacts();

    /** What the context says of the answer, and not of the question. */
    static final Set<String> OF_ANSWER = Set.of(EXPLAIN, EXTENSIONS, OBLIGATIONS);

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
            EXPLAIN,
            EXTENSIONS,
            OBLIGATIONS);

    /** The words that are read at a place, whatever the vocabulary. */
    static final Map<String, Set<String>> READ =
            Map.of(SUBJECT, OF_USER, ACTION, OF_ACTION, RESOURCE, OF_RESOURCE, CONTEXT, OF_CONTEXT);

    private AuthzenWords() {}

    private static Set<String> userFacts() {
        Set<String> facts = new TreeSet<>(UserReader.FIELDS);
        facts.remove("id");
        return facts;
    }

    /** Does the vocabulary give attributes of this name to what the properties at a place are about? */
    static boolean isAttribute(String place, String name, Vocabulary vocabulary) {
        Optional<Owner> owner =
                switch (place) {
                    case SUBJECT -> Optional.of(Owner.USER);
                    case RESOURCE -> Optional.of(Owner.DATA);
                    default -> Optional.empty();
                };
        return owner.filter(of -> declared(vocabulary, of).contains(name)).isPresent();
    }

    static boolean isCircumstance(String name, Vocabulary vocabulary) {
        return Key.isKey(name) && vocabulary.circumstances().containsKey(new Key(name));
    }

    static Set<String> declared(Vocabulary vocabulary, Owner owner) {
        return vocabulary
                .attributes()
                .getOrDefault(owner, Collections.emptySortedMap())
                .keySet();
    }

    /** Is a property read at its place, in the words of a version? */
    static boolean isRead(String place, String name, Vocabulary vocabulary) {
        return READ.getOrDefault(place, Set.of()).contains(name)
                || isAttribute(place, name, vocabulary)
                || isCircumstance(name, vocabulary)
                || declared(vocabulary, Owner.REQUEST).contains(name);
    }
}
