package dev.proviso.document;

import dev.proviso.policy.Vocabulary.Section;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that the phrase of a circumstance can be read in a sentence, and as nothing else. */
final class PhraseCheck {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(['-][a-z0-9]+)*");
    private static final Set<String> JOINING =
            Set.of("and", "or", "if", "unless", "notwithstanding", "permit", "forbid", "mandate", "require");

    private final AtomPatterns language = AtomPatterns.ofTheLanguage();
    private final Set<String> phrases = new HashSet<>();
    private final Words words;
    private final Findings findings;

    PhraseCheck(Words words, Findings findings) {
        this.words = words;
        this.findings = findings;
    }

    void check(String phrase, Span place) {
        List<String> parts = Arrays.asList(phrase.split(" "));
        if (parts.size() < 2 || phrase.length() > 200) {
            findings.error(
                    "phrase",
                    place,
                    "A circumstance has a phrase of two or more words, such as \"the law requires it\".");
        } else if (!parts.stream().allMatch(word -> WORD.matcher(word).matches())
                || parts.stream().anyMatch(JOINING::contains)
                || VocabularyReader.RESERVED.contains(parts.get(0))) {
            findings.error(
                    "phrase",
                    place,
                    "A phrase has words in lower case, without \"and\", \"or\", \"if\" or \"unless\" and without punctuation.");
        } else if (!phrases.add(phrase)) {
            findings.error("phrase", place, "Two circumstances have this phrase.");
        } else if (isOfTheLanguage(parts)) {
            findings.error("phrase", place, Findings.quoted(phrase) + " means something in the language already.");
        } else {
            phrases.addAll(Negatives.of(phrase));
        }
    }

    private boolean isOfTheLanguage(List<String> parts) {
        var place = new Span(0, 0);
        var spoken = new Phrase(
                parts.stream().map(word -> new Phrase.Word(word, place)).toList(), List.of(), place);
        if (parts.get(0).equals("the") && parts.get(1).endsWith("'s")) {
            return Set.of("user's", "data's", "request's").contains(parts.get(1));
        }
        return language.find(spoken)
                .filter(pattern -> pattern.slot() < 0 || isWord(parts.get(pattern.slot())))
                .isPresent();
    }

    private boolean isWord(String word) {
        return Arrays.stream(Section.values()).anyMatch(section -> words.has(section, word))
                || word.chars().allMatch(Character::isDigit);
    }
}
