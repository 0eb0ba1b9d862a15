package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Consented.By;
import dev.proviso.policy.Atom.Is.Part;
import dev.proviso.policy.Atom.Located.Party;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every phrase that is an atom: those of the language, and those of the vocabulary's circumstances. */
final class AtomPatterns {

    /** The patterns without a slot, by their words, and those with one, by their number of words. */
    private final Map<String, AtomPattern> fixed = new HashMap<>();

    private final Map<Integer, List<AtomPattern>> open = new HashMap<>();
    private final List<AtomPattern> all = new ArrayList<>();

    private AtomPatterns() {}

    /** The phrases of the language alone. */
    static AtomPatterns ofTheLanguage() {
        var patterns = new AtomPatterns();
        patterns.consents();
        patterns.user();
        patterns.movement();
        patterns.data();
        patterns.parts();
        return patterns;
    }

    /** The phrases of the language and of a vocabulary. */
    static AtomPatterns of(Vocabulary vocabulary) {
        var patterns = ofTheLanguage();
        vocabulary.circumstances().forEach((key, circumstance) -> {
            if (circumstance.type() == Vocabulary.Type.BOOLEAN) {
                patterns.circumstance(key, circumstance.phrase());
            }
        });
        return patterns;
    }

    Optional<AtomPattern> find(Phrase spoken) {
        AtomPattern exact = fixed.get(spoken.text());
        if (exact != null) {
            return Optional.of(exact);
        }
        return open.getOrDefault(spoken.words().size(), List.of()).stream()
                .filter(pattern -> pattern.matches(spoken))
                .findFirst();
    }

    /** Every phrase, with {@code …} for what the author fills in. */
    Stream<String> phrases() {
        return all.stream().map(AtomPattern::text).map(text -> text.replace("…,", "…"));
    }

    /** Every pattern as it would read with the author's words filled in. */
    List<String> filledFrom(Phrase spoken, Predicate<String> isFitting) {
        return all.stream()
                .map(pattern -> pattern.filledFrom(spoken, isFitting))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What could stand as the one word of a phrase if the phrase were one without anything filled in. */
    List<String> fixedInPlaceOf(AtomPattern pattern, Phrase spoken) {
        return all.stream()
                .filter(other -> other.slot() < 0
                        && other.words().size() == spoken.words().size())
                .filter(other -> differOnlyAt(pattern.slot(), other.words(), spoken))
                .map(other -> other.words().get(pattern.slot()))
                .toList();
    }

    private static boolean differOnlyAt(int slot, List<String> words, Phrase spoken) {
        for (int i = 0; i < words.size(); i++) {
            if (i != slot && !words.get(i).equals(spoken.words().get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private void consents() {
        for (By by : By.values()) {
            for (boolean separately : new boolean[] {false, true}) {
                consent(by, separately);
            }
        }
        add(AtomReader::objected, "the user objected", "the user did not object");
        add(AtomReader::objected, "the user objected to …", "the user did not object to …");
        add(AtomReader::refused, "the user refused …", "the user did not refuse …");
        add(
                constant(new Atom.DeemedAgreed()),
                "the user is deemed to have agreed",
                "the user is not deemed to have agreed");
    }

    private void consent(By by, boolean separately) {
        String how = separately ? " separately" : "";
        AtomPattern.Maker maker = (reader, filled) -> reader.consented(by, separately, filled);
        for (String to : List.of("", " to …")) {
            if (by == By.USER) {
                add(maker, "the user consented" + how + to, "the user did not consent" + how + to);
            } else {
                add(
                        maker,
                        "a guardian consented" + how + to,
                        "a guardian did not consent" + how + to,
                        "no guardian consented" + how + to);
            }
        }
    }

    private void user() {
        add(constant(new Atom.Minor()), "the user is a minor", "the user is not a minor");
        add(
                constant(new Atom.BelowAgeOfConsent()),
                "the user is below the age of consent",
                "the user is not below the age of consent");
        add(AtomReader::under, "the user is under …", "the user is not under …");
        add(located(Party.USER), "the user lives in …,", "the user does not live in …,");
    }

    private void movement() {
        for (Party party : Party.values()) {
            if (party != Party.USER) {
                String who = "the " + party.name().toLowerCase(Locale.ROOT);
                add(located(party), who + " is in …,", who + " is not in …,");
            }
        }
        add(constant(new Atom.LeavesCountry()), "the data leaves the country", "the data does not leave the country");
        add(constant(new Atom.DestinationAdequate()), "the destination is adequate", "the destination is not adequate");
        add(
                constant(new Atom.SafeguardInPlace(Optional.empty())),
                "a safeguard is in place",
                "a safeguard is not in place",
                "no safeguard is in place");
        add(AtomReader::safeguard, "safeguard … is in place", "safeguard … is not in place");
    }

    private void data() {
        add(constant(new Atom.UsePermitted()), "the use is permitted", "the use is not permitted");
        add(
                constant(new Atom.CollectedForThisPurpose()),
                "the data was collected for this purpose",
                "the data was not collected for this purpose");
        add(constant(new Atom.DataSensitive()), "the data is sensitive", "the data is not sensitive");
        add(constant(new Atom.RetentionOver()), "the retention period is over", "the retention period is not over");
    }

    private void parts() {
        add(
                (reader, filled) ->
                        reader.keys(Section.BASES, filled).map(keys -> new Atom.BasisIs(new TreeSet<>(keys))),
                "the basis is …,",
                "the basis is not …,");
        part("the source", Part.SOURCE, Section.SOURCES);
        part("the recipient", Part.RECIPIENT, Section.RECIPIENTS);
        part("the purpose", Part.PURPOSE, Section.PURPOSES);
        part("the data", Part.DATA, Section.DATA);
    }

    private void part(String name, Part part, Section section) {
        add(
                (reader, filled) -> reader.keys(section, filled).map(keys -> new Atom.Is(part, Keys.of(keys))),
                name + " is …,",
                name + " is not …,");
    }

    private void circumstance(Key key, String phrase) {
        AtomPattern.Maker maker = constant(new Atom.Circumstance(key));
        add(AtomPattern.of(phrase, false, maker));
        boolean isLikeliest = true;
        for (String negative : Negatives.of(phrase)) {
            AtomPattern pattern = AtomPattern.of(negative, true, maker);
            fixed.putIfAbsent(negative, pattern);
            if (isLikeliest) {
                all.add(pattern);
            }
            isLikeliest = false;
        }
    }

    private static AtomPattern.Maker located(Party party) {
        return (reader, filled) -> reader.places(filled).map(places -> new Atom.Located(party, new TreeSet<>(places)));
    }

    private static AtomPattern.Maker constant(Atom atom) {
        return (reader, filled) -> Optional.of(atom);
    }

    private void add(AtomPattern.Maker maker, String positive, String... negatives) {
        add(AtomPattern.of(positive, false, maker));
        for (String negative : negatives) {
            add(AtomPattern.of(negative, true, maker));
        }
    }

    private void add(AtomPattern pattern) {
        all.add(pattern);
        if (pattern.slot() < 0) {
            fixed.put(pattern.text(), pattern);
        } else {
            open.computeIfAbsent(pattern.words().size(), size -> new ArrayList<>())
                    .add(pattern);
        }
    }
}
