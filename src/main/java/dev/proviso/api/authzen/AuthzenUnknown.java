package dev.proviso.api.authzen;

import dev.proviso.document.Documents;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of a word of a request at a place where nobody reads it.
 *
 * <p>The standard wants it passed over. It must not take a fact with it: what is left out may mean that something is not so, or
 * that what is stored holds. So a word of a question that stands elsewhere than where it is read is a mistake, and so is one that is
 * nearly such a word, or that people use for it. Only where a word may well say something of another entity than in a question
 * does it pass: the country of a resource is not the user's.
 */
final class AuthzenUnknown {

    private static final int MOST = 100;

    private static final String REQUEST = "";
    private static final List<String> ENTITIES = List.of("subject", "action", "resource");

    /** What anything may have, and not only what has it in a question. */
    private static final Set<String> OF_ANYTHING = Set.of(
            "country",
            "timeZone",
            "age",
            "attributes",
            "source",
            "policy",
            "version",
            "at",
            "trial",
            "explain",
            "uses");

    /** What people call what a question calls otherwise. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("receiver", "recipient"),
            Map.entry("addressee", "recipient"),
            Map.entry("to", "recipient"),
            Map.entry("dest", "destination"),
            Map.entry("src", "source"),
            Map.entry("op", "operation"),
            Map.entry("dob", "birthDate"),
            Map.entry("birthday", "birthDate"),
            Map.entry("dateofbirth", "birthDate"),
            Map.entry("tz", "timeZone"),
            Map.entry("optout", "objections"),
            Map.entry("optouts", "objections"),
            Map.entry("optin", "consents"),
            Map.entry("optins", "consents"),
            Map.entry("dryrun", "trial"),
            Map.entry("att", "at"),
            Map.entry("ctx", "context"),
            Map.entry("attrs", "properties"),
            Map.entry("property", "properties"),
            Map.entry("propertys", "properties"),
            Map.entry("props", "properties"));

    /** Where the words of a question are read that AuthZEN has other names for. */
    private static final Map<String, String> RENAMED = Map.of(
            "user",
            "subject",
            "purpose",
            "action.name",
            "data",
            "resource.id",
            "dataAttributes",
            AuthzenWords.RESOURCE);

    private final Vocabulary vocabulary;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Map<String, String>> atStake = new TreeMap<>();

    private AuthzenUnknown(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws BadJson if a word that nobody reads would take a fact with it, or there are too many such words */
    static void check(AuthzenRequest request, Vocabulary vocabulary) {
        AuthzenUnknown unknown = new AuthzenUnknown(vocabulary);
        int words = 0;
        for (Map.Entry<String, List<String>> place : request.words().entrySet()) {
            List<String> unread = place.getValue().stream()
                    .filter(word -> !unknown.isRead(place.getKey(), word))
                    .toList();
            words += unread.size();
            if (words > MOST) {
                throw new BadJson(List.of(new Mistake(
                        place.getKey(),
                        "There are more than " + MOST + " words that nobody reads.",
                        Optional.empty())));
            }
            unread.forEach(word -> unknown.check(place.getKey(), word));
        }
        if (!unknown.mistakes.isEmpty()) {
            throw new BadJson(unknown.mistakes);
        }
    }

    /** Notes what is nearly a word of an object that may have others. */
    static void noteMisspelt(Fields fields, Set<String> known) {
        fields.names().stream()
                .filter(name -> !known.contains(name))
                .limit(MOST)
                .forEach(name -> Documents.misspelt(name, known)
                        .ifPresent(meant -> fields.noteName(name, "Nobody reads this.", () -> Optional.of(meant))));
    }

    private boolean isRead(String place, String word) {
        if (place.equals(REQUEST)) {
            return AuthzenWords.OF_REQUEST.contains(word);
        }
        return ENTITIES.contains(place)
                ? AuthzenWords.OF_ENTITY.contains(word)
                : AuthzenWords.isRead(place, word, vocabulary);
    }

    private void check(String place, String word) {
        Map<String, String> words = atStake.computeIfAbsent(place, this::atStake);
        Optional<String> meant = Optional.of(word)
                .filter(words::containsKey)
                .or(() -> Optional.ofNullable(SYNONYMS.get(plain(word))).filter(words::containsKey))
                .or(() -> Documents.misspelt(word, words.keySet()));
        meant.map(words::get)
                .ifPresent(path -> mistakes.add(new Mistake(
                        within(place, word),
                        "Nobody reads this here, and what it says would be lost.",
                        Optional.of(path))));
    }

    private static String within(String place, String word) {
        return place.isEmpty() ? word : place + "." + word;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** The words that a word at a place may have been meant to be, with the path where each is read. */
    private Map<String, String> atStake(String place) {
        Map<String, String> words = new TreeMap<>();
        homes().forEach((home, read) -> read.stream()
                .filter(word -> matters(home, place) || isOfQuestionsAlone(home, word))
                .forEach(word -> words.putIfAbsent(word, home.equals(place) ? word : within(home, word))));
        if (place.equals(REQUEST) || place.equals(AuthzenWords.CONTEXT)) {
            words.putAll(RENAMED);
        }
        if (place.equals(REQUEST)) {
            AuthzenWords.OF_REQUEST.forEach(word -> words.put(word, word));
        }
        return words;
    }

    /** The words that are read, by the place where that is. What may stand at several is given for the context. */
    private Map<String, Set<String>> homes() {
        Map<String, Set<String>> homes = new TreeMap<>();
        AuthzenWords.READ.forEach((home, read) -> homes.put(home, new TreeSet<>(read)));
        words(homes, AuthzenWords.SUBJECT).addAll(AuthzenWords.declared(vocabulary, Owner.USER));
        words(homes, AuthzenWords.RESOURCE).addAll(AuthzenWords.declared(vocabulary, Owner.DATA));
        words(homes, AuthzenWords.CONTEXT).addAll(AuthzenWords.declared(vocabulary, Owner.REQUEST));
        vocabulary.circumstances().keySet().forEach(key -> words(homes, AuthzenWords.CONTEXT)
                .add(key.value()));
        ENTITIES.forEach(entity -> words(homes, entity).add("properties"));
        return homes;
    }

    private static Set<String> words(Map<String, Set<String>> homes, String home) {
        return homes.computeIfAbsent(home, key -> new TreeSet<>());
    }

    /** Has it its meaning from questions, wherever it stands? */
    private boolean isOfQuestionsAlone(String home, String word) {
        return AuthzenWords.READ.getOrDefault(home, Set.of()).contains(word) && !OF_ANYTHING.contains(word)
                || home.equals(AuthzenWords.CONTEXT) && !AuthzenWords.OF_CONTEXT.contains(word);
    }

    /** Does a word at a place say the same as at its home, and nothing of another entity? */
    private static boolean matters(String home, String place) {
        return place.equals(REQUEST)
                || place.equals(AuthzenWords.CONTEXT)
                || home.equals(place)
                || home.startsWith(place + ".")
                || ENTITIES.contains(place) && home.equals(AuthzenWords.CONTEXT);
    }
}
