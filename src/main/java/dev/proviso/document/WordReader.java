package dev.proviso.document;

import dev.proviso.policy.Correction;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads single words as keys, places and dates, and says what is wrong with those that are none. */
final class WordReader {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Words words;
    private final Set<String> groups;
    private final Findings findings;

    /** @param groups the groups of places that the document itself defines */
    WordReader(Words words, Set<String> groups, Findings findings) {
        this.words = words;
        this.groups = Set.copyOf(groups);
        this.findings = findings;
    }

    Words words() {
        return words;
    }

    Findings findings() {
        return findings;
    }

    Optional<Key> key(Section section, String word, Span place) {
        if (words.has(section, word)) {
            return Optional.of(new Key(word));
        }
        Optional<String> nearest = findings.nearest(word, words.of(section));
        Optional<Section> other = words.sectionOf(word);
        String message = other.isPresent()
                ? "%s is %s, not %s."
                        .formatted(Findings.quoted(word), other.get().one(), section.one())
                : "%s is not %s of the vocabulary \"%s\"."
                        .formatted(
                                Findings.quoted(word),
                                section.one(),
                                words.vocabulary().name());
        findings.error(Words.unknown(section), place, message, nearest);
        return Optional.empty();
    }

    Optional<Place> place(String word, Span span) {
        if (!Place.isPlace(word) || word.equals("*")) {
            findings.error(
                    "unknown-place",
                    span,
                    Findings.quoted(word)
                            + " is not a place: places are written in capitals, such as CN, GB-SCT or EU.",
                    PlaceCodes.nearest(word));
            return Optional.empty();
        }
        return mayBeGroup(new Place(word)) ? Optional.of(new Place(word)) : country(word, span);
    }

    /** Other documents define groups too, but none by a code or a name that some country has elsewhere. */
    private boolean mayBeGroup(Place place) {
        String word = place.code();
        return !place.isSubdivision()
                && !isCountry(word)
                && (groups.contains(word)
                        || PlaceCodes.isGroup(word)
                        || word.length() > 2 && PlaceCodes.nearest(word).isEmpty());
    }

    /** A country or a subdivision of one, for what lies in one place only. */
    Optional<Place> country(String word, Span span) {
        Optional<Correction> mistake = isOfPublished(word) ? Optional.empty() : PlaceCodes.mistake(word);
        mistake.ifPresent(wrong -> findings.error("unknown-place", span, wrong.sentence(), wrong.nearest()));
        return mistake.isEmpty() ? Optional.of(new Place(word)) : Optional.empty();
    }

    /** What was published before there was a list of places stays what it was: a place where nobody is asked to be. */
    boolean isOfPublished(String word) {
        return findings.isOfPublished() && Place.isPlace(word) && !word.equals("*");
    }

    boolean isCountry(String word) {
        return PlaceCodes.isCountry(word);
    }

    /** A whole country: what a group has as its members. */
    Optional<Place> memberCountry(String word, Span span) {
        if (isCountry(word) || isOfPublished(word)) {
            return Optional.of(new Place(word));
        }
        findings.error(
                "unknown-place",
                span,
                "The members of a group are countries of ISO 3166; " + Findings.quoted(word) + " is none.",
                PlaceCodes.nearest(word));
        return Optional.empty();
    }

    Optional<LocalDate> date(String word, Span span) {
        try {
            if (DATE.matcher(word).matches()) {
                return Optional.of(LocalDate.parse(word));
            }
        } catch (DateTimeParseException noSuchDay) {
            findings.error("date", span, "There is no day " + Findings.quoted(word) + " in the calendar.");
            return Optional.empty();
        }
        findings.error(
                "date", span, Findings.quoted(word) + " is not a date: write year, month and day, such as 2022-01-01.");
        return Optional.empty();
    }

    /** All of a list; empty as soon as one of them is wrong, after every one has been looked at. */
    static <T> Optional<List<T>> all(List<Optional<T>> read) {
        List<T> good = new ArrayList<>();
        read.forEach(one -> one.ifPresent(good::add));
        return good.size() == read.size() ? Optional.of(good) : Optional.empty();
    }
}
