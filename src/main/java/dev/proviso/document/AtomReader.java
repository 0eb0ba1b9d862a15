package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Consented.By;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads phrases as atoms. */
final class AtomReader {

    /** The sections whose keys the scope of a consent or an objection may hold. */
    private static final List<Section> SCOPE =
            List.of(Section.PURPOSES, Section.DATA, Section.OPERATIONS, Section.RECIPIENTS);

    private static final Set<String> OWNERS = Set.of("user's", "data's", "request's");

    private static final Pattern RUN_TOGETHER = Pattern.compile(".*\\.[A-Z].*");
    private static final Pattern WORD_OF_PLACE = Pattern.compile("[A-Z0-9-]+");

    private final WordReader words;
    private final AtomPatterns patterns;
    private final AttributeReader attributes;
    private final Findings findings;

    AtomReader(WordReader words) {
        this.words = words;
        this.patterns = AtomPatterns.of(words.words().vocabulary());
        this.attributes = new AttributeReader(words);
        this.findings = words.findings();
    }

    /** The atom, or its negation, that a phrase says; reports and gives nothing if it says none. */
    Optional<Condition> read(Phrase spoken) {
        if (isAttribute(spoken)) {
            return attributes.read(spoken);
        }
        Optional<AtomPattern> pattern = patterns.find(spoken);
        if (pattern.isEmpty()) {
            unknown(spoken);
            return Optional.empty();
        }
        return read(pattern.get(), spoken);
    }

    /** A key, a place or a number. */
    private boolean mayBeFilledIn(String word) {
        return words.words().sectionOf(word).isPresent()
                || WORD_OF_PLACE.matcher(word).matches();
    }

    /** "The data is sensitve" has the form of "the data is KEY", but another phrase is meant. */
    private boolean isMisspeltPhrase(AtomPattern pattern, Phrase spoken) {
        if (pattern.slot() < 0
                || mayBeFilledIn(spoken.words().get(pattern.slot()).text())) {
            return false;
        }
        String word = spoken.words().get(pattern.slot()).text();
        Optional<String> meant = findings.nearest(word, patterns.fixedInPlaceOf(pattern, spoken));
        meant.ifPresent(right -> findings.error(
                "unknown-condition",
                spoken.words().get(pattern.slot()).span(),
                Findings.quoted(spoken.text()) + " is not a condition.",
                meant));
        return meant.isPresent();
    }

    private Optional<Condition> read(AtomPattern pattern, Phrase spoken) {
        if (isMisspeltPhrase(pattern, spoken)) {
            return Optional.empty();
        }
        if (!spoken.more().isEmpty() && !pattern.takesList()) {
            Phrase.Word extra = spoken.more().get(0);
            findings.error(
                    "not-a-list",
                    extra.span(),
                    "%s is not a condition, and %s takes no list."
                            .formatted(Findings.quoted(extra.text()), Findings.quoted(spoken.text())));
            return Optional.empty();
        }
        List<Phrase.Word> filled = pattern.slot() < 0
                ? List.of()
                : Stream.concat(Stream.of(spoken.words().get(pattern.slot())), spoken.more().stream())
                        .toList();
        return pattern.maker().make(this, filled).map(atom -> pattern.isNegative() ? new Condition.Not(atom) : atom);
    }

    private static boolean isAttribute(Phrase spoken) {
        return spoken.words().size() > 2
                && spoken.words().get(0).text().equals("the")
                && OWNERS.contains(spoken.words().get(1).text());
    }

    private void unknown(Phrase spoken) {
        String text = spoken.text();
        Optional<Phrase.Word> runTogether = spoken.words().stream()
                .filter(word -> RUN_TOGETHER.matcher(word.text()).matches())
                .findFirst();
        if (runTogether.isPresent()) {
            findings.error(
                    "no-full-stop",
                    runTogether.get().span(),
                    "White space follows the full stop that ends a sentence; here a word does.");
            return;
        }
        Optional<String> nearest = findings.nearest(text, patterns.filledFrom(spoken, this::mayBeFilledIn));
        findings.error("unknown-condition", spoken.phrase(), Findings.quoted(text) + " is not a condition.", nearest);
    }

    Optional<Atom> consented(By by, boolean separately, List<Phrase.Word> to) {
        return scope(to).map(key -> new Atom.Consented(by, separately, key));
    }

    Optional<Atom> objected(List<Phrase.Word> to) {
        return scope(to).map(Atom.Objected::new);
    }

    /** What a consent or an objection is to: empty inside if the phrase does not say, empty outside if it says it wrongly. */
    private Optional<Optional<Key>> scope(List<Phrase.Word> to) {
        if (to.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Phrase.Word word = to.get(0);
        for (Section section : SCOPE) {
            if (words.words().has(section, word.text())) {
                return Optional.of(Optional.of(new Key(word.text())));
            }
        }
        Key operation = words.words().operationsByNoun().get(word.text());
        List<String> all = SCOPE.stream()
                .flatMap(section -> words.words().of(section).stream())
                .toList();
        findings.error(
                "unknown-scope",
                word.span(),
                Findings.quoted(word.text())
                        + " is not a purpose, a kind of data, an operation or a recipient of the vocabulary \""
                        + words.words().vocabulary().name() + "\".",
                operation == null ? findings.nearest(word.text(), all) : Optional.of(operation.value()));
        return Optional.empty();
    }

    Optional<Atom> refused(List<Phrase.Word> source) {
        return key(Section.SOURCES, source.get(0)).map(Atom.Refused::new);
    }

    Optional<Atom> safeguard(List<Phrase.Word> safeguard) {
        return key(Section.SAFEGUARDS, safeguard.get(0)).map(key -> new Atom.SafeguardInPlace(Optional.of(key)));
    }

    Optional<Atom> under(List<Phrase.Word> years) {
        Phrase.Word word = years.get(0);
        if (word.text().matches("[1-9][0-9]{0,2}") && Integer.parseInt(word.text()) <= 150) {
            return Optional.of(new Atom.Under(Integer.parseInt(word.text())));
        }
        findings.error(
                "age", word.span(), Findings.quoted(word.text()) + " is not an age in whole years from 1 to 150.");
        return Optional.empty();
    }

    Optional<List<Key>> keys(Section section, List<Phrase.Word> filled) {
        return WordReader.all(filled.stream().map(word -> key(section, word)).toList());
    }

    Optional<List<Place>> places(List<Phrase.Word> filled) {
        return WordReader.all(filled.stream()
                .map(word -> words.place(word.text(), word.span()))
                .toList());
    }

    private Optional<Key> key(Section section, Phrase.Word word) {
        return words.key(section, word.text(), word.span());
    }
}
