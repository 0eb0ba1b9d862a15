package dev.proviso.question;

import dev.proviso.document.Documents;
import dev.proviso.policy.Correction;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the words of a vocabulary, and values of the types that it declares. */
public final class TermReader {

    /** More keys than a scope or a list of safeguards needs. */
    private static final int MOST_KEYS = 100;

    private final Vocabulary vocabulary;

    public TermReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A key of a section. */
    public Optional<Key> key(Fields fields, String name, Section section) {
        return fields.text(name).flatMap(word -> word(fields, name, word, EnumSet.of(section)));
    }

    /** A list of keys of some sections; {@code *} is passed over, for it names no key. */
    public Optional<Set<Key>> keys(Fields fields, String name, EnumSet<Section> sections) {
        return fields.list(name, MOST_KEYS, (one, element) -> one.text(element)
                        .filter(word -> !word.equals("*"))
                        .flatMap(word -> word(one, element, word, sections)))
                .map(HashSet::new);
    }

    public Optional<Set<Key>> keys(Fields fields, String name, Section section) {
        return fields.list(name, MOST_KEYS, (one, element) -> key(one, element, section))
                .map(HashSet::new);
    }

    public Optional<Key> word(Fields fields, String name, String word, EnumSet<Section> sections) {
        if (Key.isKey(word)) {
            Key key = new Key(word);
            for (Section section : sections) {
                if (vocabulary.has(section, key)) {
                    return Optional.of(key);
                }
            }
        }
        SortedSet<String> candidates = new TreeSet<>();
        sections.forEach(section -> vocabulary.keys(section).forEach(key -> candidates.add(key.value())));
        fields.note(name, unknown(word, sections), () -> Documents.nearest(word, candidates));
        return Optional.empty();
    }

    private String unknown(String word, EnumSet<Section> sections) {
        String shown = word.length() <= 80 ? word : word.substring(0, 80) + "…";
        String what = sections.stream().map(Section::one).collect(Collectors.joining(" or "));
        String other = Key.isKey(word)
                ? vocabulary
                        .sectionOf(new Key(word))
                        .map(section -> " (it is " + section.one() + ")")
                        .orElse("")
                : "";
        return "\"" + shown + "\" is not " + what + " of the vocabulary \"" + vocabulary.name() + "\"" + other + ".";
    }

    /** A country or a subdivision. */
    public Optional<Place> country(Fields fields, String name) {
        return fields.text(name).flatMap(code -> place(fields, name, code));
    }

    private static Optional<Place> place(Fields fields, String name, String code) {
        Optional<Correction> mistake = PlaceCodes.mistake(code);
        mistake.ifPresent(wrong -> fields.note(name, wrong));
        return mistake.isEmpty() ? Optional.of(new Place(code)) : Optional.empty();
    }

    /** The circumstances that the question states; one that is null is unknown. */
    public SortedMap<Key, Optional<Literal>> circumstances(Fields fields, String name) {
        SortedMap<String, Vocabulary.Type> known = new TreeMap<>();
        vocabulary.circumstances().forEach((key, circumstance) -> known.put(key.value(), circumstance.type()));
        SortedMap<Key, Optional<Literal>> values = new TreeMap<>();
        literals(fields, name, known, "circumstance").forEach((key, value) -> values.put(new Key(key), value));
        return values;
    }

    /** The attributes that the question states; one that is null is unknown. */
    public SortedMap<String, Optional<Literal>> attributes(
            Fields fields, String name, dev.proviso.policy.Atom.Attribute.Owner owner) {
        SortedMap<String, Vocabulary.Type> known =
                vocabulary.attributes().getOrDefault(owner, Collections.emptySortedMap());
        return literals(fields, name, known, "attribute of the " + owner.name().toLowerCase(Locale.ROOT));
    }

    private SortedMap<String, Optional<Literal>> literals(
            Fields fields, String name, SortedMap<String, Vocabulary.Type> known, String what) {
        SortedMap<String, Optional<Literal>> values = new TreeMap<>();
        fields.refuseNull(name);
        fields.openObject(name).ifPresent(object -> {
            for (String key : object.names()) {
                Vocabulary.Type type = known.get(key);
                if (type == null) {
                    object.noteName(
                            key,
                            "The vocabulary \"" + vocabulary.name() + "\" has no such " + what + ".",
                            () -> Documents.nearest(key, known.keySet()));
                } else {
                    values.put(key, literal(object, key, type));
                }
            }
        });
        return values;
    }

    private static Optional<Literal> literal(Fields fields, String name, Vocabulary.Type type) {
        return switch (type) {
            case BOOLEAN -> fields.bool(name).map(Literal.Bool::new);
            case INTEGER -> integer(fields, name);
            case NUMBER -> fields.number(name).map(Literal.Number::new);
            case TEXT -> fields.text(name).map(Literal.Text::new);
            case DATE -> fields.date(name).map(Literal.Date::new);
            case PLACE ->
                fields.text(name).flatMap(code -> place(fields, name, code)).map(Literal.In::new);
        };
    }

    private static Optional<Literal> integer(Fields fields, String name) {
        return fields.number(name).flatMap(number -> {
            if (number.stripTrailingZeros().scale() <= 0) {
                return Optional.of(new Literal.Number(number));
            }
            fields.note(name, "This is not a whole number.");
            return Optional.empty();
        });
    }

    public static EnumSet<Section> scopeSections() {
        return EnumSet.of(Section.PURPOSES, Section.DATA, Section.OPERATIONS, Section.RECIPIENTS);
    }
}
