package dev.proviso.document;

import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Circumstance;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** From a vocabulary file to the vocabulary. */
final class VocabularyReader {

    private static final List<String> SECTIONS = Arrays.stream(Section.values())
            .map(section -> section.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> TYPES = Arrays.stream(Vocabulary.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The words with which sentences are built; a key of this form could not be told from them. */
    static final Set<String> RESERVED = Set.of(
            "permit",
            "forbid",
            "mandate",
            "require",
            "before",
            "with",
            "after",
            "of",
            "for",
            "from",
            "until",
            "to",
            "any",
            "except",
            "if",
            "unless",
            "notwithstanding",
            "and",
            "or",
            "not");

    private static final int LONGEST = 1_000;
    private static final int LONGEST_KEY = 100;

    private final Yaml yaml;
    private final Findings findings;
    private final Map<String, Yaml.Entry> file;
    private final Map<Section, SortedMap<Key, Term>> terms = new EnumMap<>(Section.class);
    private final Map<Owner, SortedMap<String, Vocabulary.Type>> attributes = new EnumMap<>(Owner.class);

    /** Every key and every prefix of one, with the section in which it stands. */
    private final Map<String, Section> sections = new HashMap<>();

    private VocabularyReader(Yaml yaml, Findings findings, Map<String, Yaml.Entry> file) {
        this.yaml = yaml;
        this.findings = findings;
        this.file = file;
    }

    /** Reads the whole file; reports everything that is wrong, and gives nothing if anything is. */
    static Optional<Vocabulary> read(String text, Findings findings) {
        Yaml yaml = Yaml.of(Fragment.of(text, 0, text.length()), findings);
        return yaml.root().flatMap(file -> new VocabularyReader(yaml, findings, file).read());
    }

    /** A reader of words that come to a vocabulary. */
    static VocabularyReader ofWords(Yaml yaml, Vocabulary vocabulary, Findings findings) {
        VocabularyReader reader = new VocabularyReader(yaml, findings, Map.of());
        reader.attributes.putAll(vocabulary.attributes());
        for (Section section : Section.values()) {
            vocabulary.keys(section).forEach(key -> reader.sections.put(key.value(), section));
        }
        return reader;
    }

    /** Takes a word as it was read, with the line that says the same in a vocabulary. */
    interface Sink {
        void take(Section section, Key key, Term term, Span place, String line);
    }

    /** Reads words of one section, each with what is said of it. */
    void words(Section section, Node node, Sink sink) {
        yaml.entries(node, "This section")
                .ifPresent(entries -> entries.forEach((word, entry) -> word(section, word, entry, sink)));
    }

    private void word(Section section, String word, Yaml.Entry entry, Sink sink) {
        int before = findings.errors();
        term(section, word, entry);
        if (findings.errors() == before) {
            Key key = new Key(word);
            Term term = Objects.requireNonNull(terms.get(section)).get(key);
            sink.take(section, key, Objects.requireNonNull(term), entry.key(), line(entry.value()));
        }
    }

    private String line(Node node) {
        Map<String, Yaml.Entry> parts = yaml.entries(node, "This word").orElse(Map.of());
        SortedMap<String, String> attributes = Optional.ofNullable(parts.get("attributes"))
                .flatMap(entry -> yaml.entries(entry.value(), "The attributes"))
                .map(VocabularyReader::texts)
                .orElseGet(Collections::emptySortedMap);
        return AddedWords.line(texts(parts), attributes);
    }

    private static SortedMap<String, String> texts(Map<String, Yaml.Entry> entries) {
        SortedMap<String, String> texts = new TreeMap<>();
        entries.forEach(
                (name, entry) -> Yaml.scalar(entry.value()).ifPresent(text -> texts.put(name, Findings.fold(text))));
        return texts;
    }

    private Optional<Vocabulary> read() {
        checkSections();
        Optional<String> name = name();
        attributes();
        for (Section section : Section.values()) {
            terms.put(section, new TreeMap<>());
            Yaml.Entry entry = file.get(section.name().toLowerCase(Locale.ROOT));
            if (entry != null) {
                section(section, entry.value());
            }
        }
        checkSome();
        version();
        addSelf();
        SortedMap<Key, Circumstance> circumstances = circumstances();
        if (findings.errors() > 0 || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Vocabulary(name.get(), terms, circumstances, attributes));
    }

    /** Without one word no sentence can be written. */
    private void checkSome() {
        if (findings.errors() == 0 && terms.values().stream().allMatch(Map::isEmpty)) {
            findings.flaw(
                    "no-words",
                    new Span(0, 0),
                    "The vocabulary has no words. Its sections are " + String.join(", ", SECTIONS)
                            + "; sentences need operations, data and purposes at least.");
        }
    }

    private void version() {
        Yaml.Entry entry = file.get("version");
        if (entry != null) {
            Yaml.scalar(entry.value())
                    .map(String::strip)
                    .flatMap(Names::mistakeInLabel)
                    .ifPresent(mistake -> findings.flaw("form", yaml.span(entry.value()), mistake));
        }
    }

    private void checkSections() {
        List<String> known = new ArrayList<>(SECTIONS);
        known.addAll(List.of("vocabulary", "version", "circumstances", "attributes"));
        file.forEach((key, entry) -> {
            if (!known.contains(key)) {
                findings.error(
                        "unknown-section",
                        entry.key(),
                        "A vocabulary has no section " + Findings.quoted(key) + ".",
                        findings.nearest(key, known));
            }
        });
    }

    private Optional<String> name() {
        Yaml.Entry entry = file.get("vocabulary");
        if (entry == null) {
            findings.error(
                    "missing-key",
                    new Span(0, 0),
                    "The vocabulary has no name: the line \"vocabulary: NAME\" is missing.");
            return Optional.empty();
        }
        Optional<String> name = Yaml.scalar(entry.value())
                .filter(text -> FrontMatterReader.ID.matcher(text).matches());
        if (name.isEmpty()) {
            findings.error(
                    "form",
                    yaml.span(entry.value()),
                    "The name of a vocabulary has lower case letters, digits and hyphens, at most 64 of them.");
        }
        return name;
    }

    private void section(Section section, Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> term(section, item));
        } else if (!Yaml.isNothing(node)) {
            yaml.entries(node, "This section")
                    .ifPresent(entries -> entries.forEach((word, entry) -> term(section, word, entry)));
        }
    }

    private void term(Section section, Node item) {
        Optional<String> word = Yaml.scalar(item);
        if (word.isEmpty()) {
            findings.error("type", yaml.span(item), "This list should have words only.");
            return;
        }
        key(section, word.get(), yaml.span(item)).ifPresent(key -> add(section, key, Term.PLAIN, yaml.span(item)));
    }

    private void term(Section section, String word, Yaml.Entry entry) {
        Optional<Key> key = key(section, word, entry.key());
        Optional<Map<String, Yaml.Entry>> parts =
                Yaml.isNothing(entry.value()) ? Optional.of(Map.of()) : yaml.entries(entry.value(), "This word");
        if (key.isEmpty() || parts.isEmpty()) {
            return;
        }
        checkParts(parts.get(), partsOf(section));
        String noun = noun(section, word, parts.get());
        add(section, key.get(), new Term(text(parts.get(), "label"), noun, values(parts.get())), entry.key());
    }

    private static List<String> partsOf(Section section) {
        return switch (section) {
            case OPERATIONS -> List.of("label", "dpv", "fides", "noun");
            case DATA -> List.of("label", "dpv", "fides", "attributes");
            default -> List.of("label", "dpv", "fides");
        };
    }

    private void checkParts(Map<String, Yaml.Entry> parts, List<String> known) {
        parts.forEach((key, entry) -> {
            if (!known.contains(key)) {
                findings.error(
                        "unknown-key",
                        entry.key(),
                        "A word of this section has no " + Findings.quoted(key) + ".",
                        findings.nearest(key, known));
            }
        });
    }

    private Optional<Key> key(Section section, String word, Span place) {
        if (!Key.isKey(word) || word.length() > LONGEST_KEY) {
            findings.error(
                    "key-form",
                    place,
                    Findings.quoted(word)
                            + " is not a key: a key has lower case letters, digits and hyphens, in parts joined by dots.");
            return Optional.empty();
        }
        if (RESERVED.contains(word)) {
            findings.error(
                    "reserved-word", place, Findings.quoted(word) + " is a word of the language and cannot be a key.");
            return Optional.empty();
        }
        return isOfOneSection(section, word, place) ? Optional.of(new Key(word)) : Optional.empty();
    }

    private boolean isOfOneSection(Section section, String word, Span place) {
        List<String> prefixes = new ArrayList<>();
        for (int dot = word.indexOf('.'); dot > 0; dot = word.indexOf('.', dot + 1)) {
            prefixes.add(word.substring(0, dot));
        }
        prefixes.add(word);
        for (String prefix : prefixes) {
            Section other = sections.putIfAbsent(prefix, section);
            if (other != null && other != section) {
                findings.error(
                        "key-twice",
                        place,
                        "%s is %s already; a key stands in one section only, so that a consent's scope is clear."
                                .formatted(Findings.quoted(prefix), other.one()));
                return false;
            }
        }
        return true;
    }

    private void add(Section section, Key key, Term term, Span place) {
        SortedMap<Key, Term> known = terms.computeIfAbsent(section, s -> new TreeMap<>());
        if (known.putIfAbsent(key, term) != null) {
            findings.error("twice", place, Findings.quoted(key.value()) + " stands here twice.");
        }
    }

    /** The controller itself is a recipient in every vocabulary. */
    private void addSelf() {
        Section other = sections.putIfAbsent(Key.SELF.value(), Section.RECIPIENTS);
        if (other != null && other != Section.RECIPIENTS) {
            findings.error(
                    "key-twice",
                    new Span(0, 0),
                    "\"self\" is the recipient that every vocabulary has, the controller itself; it cannot be "
                            + other.one() + ".");
        }
        terms.computeIfAbsent(Section.RECIPIENTS, s -> new TreeMap<>()).putIfAbsent(Key.SELF, Term.PLAIN);
    }

    private String noun(Section section, String word, Map<String, Yaml.Entry> parts) {
        if (section != Section.OPERATIONS) {
            return "";
        }
        Yaml.Entry entry = parts.get("noun");
        String noun = entry == null ? word : text(parts, "noun");
        Span place = entry == null ? new Span(0, 0) : yaml.span(entry.value());
        boolean isTaken = terms.computeIfAbsent(section, s -> new TreeMap<>()).values().stream()
                .anyMatch(term -> term.noun().equals(noun));
        if (!Key.isKey(noun) || RESERVED.contains(noun) || noun.equals("processing")) {
            findings.error(
                    "noun",
                    place,
                    "The noun of an operation is one word in lower case that is no word of the language.");
        } else if (isTaken) {
            findings.error("noun", place, "Two operations have the noun " + Findings.quoted(noun) + ".");
        }
        return noun;
    }

    private String text(Map<String, Yaml.Entry> parts, String key) {
        Yaml.Entry entry = parts.get(key);
        if (entry == null) {
            return "";
        }
        Optional<String> text = Yaml.scalar(entry.value());
        if (text.isEmpty()) {
            findings.error("type", entry.key(), "The value of " + Findings.quoted(key) + " should be a text.");
        }
        if (text.filter(words -> words.length() > LONGEST).isPresent()) {
            findings.flaw(
                    "too-long",
                    entry.key(),
                    "The value of " + Findings.quoted(key) + " is longer than 1,000 characters.");
        }
        return text.orElse("");
    }

    private SortedMap<String, Literal> values(Map<String, Yaml.Entry> parts) {
        Yaml.Entry entry = parts.get("attributes");
        SortedMap<String, Literal> values = new TreeMap<>();
        if (entry == null) {
            return values;
        }
        SortedMap<String, Vocabulary.Type> declared = attributes.getOrDefault(Owner.DATA, Collections.emptySortedMap());
        yaml.entries(entry.value(), "The attributes")
                .ifPresent(all -> all.forEach((name, value) -> {
                    Vocabulary.Type type = declared.get(name);
                    Optional<Literal> literal = Yaml.scalar(value.value())
                            .flatMap(text -> type == null ? Optional.empty() : literal(type, text));
                    if (type == null) {
                        findings.error(
                                "unknown-attribute",
                                value.key(),
                                "The vocabulary declares no attribute " + Findings.quoted(name) + " of data.",
                                findings.nearest(name, declared.keySet()));
                    } else if (literal.isEmpty()) {
                        findings.error(
                                "literal",
                                yaml.span(value.value()),
                                "The attribute " + Findings.quoted(name) + " should be " + Literals.one(type) + ".",
                                Yaml.scalar(value.value()).flatMap(text -> Literals.nearest(type, text)));
                    } else {
                        values.put(name, literal.get());
                    }
                }));
        return values;
    }

    /** A place of a vocabulary that was published before there was a list of them stays what it was. */
    private Optional<Literal> literal(Vocabulary.Type type, String text) {
        boolean wasPlace = findings.isOfPublished() && type == Vocabulary.Type.PLACE && Place.isPlace(text);
        return wasPlace ? Optional.of(new Literal.In(new Place(text))) : Literals.read(type, text);
    }

    private void attributes() {
        Yaml.Entry entry = file.get("attributes");
        if (entry == null || Yaml.isNothing(entry.value())) {
            return;
        }
        List<String> owners = Arrays.stream(Owner.values())
                .map(owner -> owner.name().toLowerCase(Locale.ROOT))
                .toList();
        yaml.entries(entry.value(), "This section")
                .ifPresent(all -> all.forEach((owner, declared) -> {
                    if (!owners.contains(owner)) {
                        findings.error(
                                "unknown-key",
                                declared.key(),
                                "Attributes are those of the user, of the data or of the request, not of "
                                        + Findings.quoted(owner) + ".",
                                findings.nearest(owner, owners));
                    } else if (!Yaml.isNothing(declared.value())) {
                        attributes(Owner.valueOf(owner.toUpperCase(Locale.ROOT)), declared.value());
                    }
                }));
    }

    private void attributes(Owner owner, Node node) {
        SortedMap<String, Vocabulary.Type> types = new TreeMap<>();
        yaml.entries(node, "The attributes")
                .ifPresent(all -> all.forEach((name, entry) -> {
                    if (!Key.isKey(name) || name.length() > LONGEST_KEY || RESERVED.contains(name)) {
                        findings.error(
                                "key-form",
                                entry.key(),
                                "The name of an attribute has lower case letters, digits and hyphens, and is no word of the language.");
                    }
                    type(entry.value(), TYPES).ifPresent(type -> types.put(name, type));
                }));
        attributes.put(owner, types);
    }

    private Optional<Vocabulary.Type> type(Node node, List<String> allowed) {
        String written = Yaml.scalar(node).orElse("");
        if (allowed.contains(written)) {
            return Optional.of(Vocabulary.Type.valueOf(written.toUpperCase(Locale.ROOT)));
        }
        findings.error(
                "type",
                yaml.span(node),
                Findings.quoted(written) + " is not a type: it is one of " + String.join(", ", allowed) + ".",
                findings.nearest(written, allowed));
        return Optional.empty();
    }

    private SortedMap<Key, Circumstance> circumstances() {
        SortedMap<Key, Circumstance> circumstances = new TreeMap<>();
        Yaml.Entry section = file.get("circumstances");
        if (section == null || Yaml.isNothing(section.value())) {
            return circumstances;
        }
        var phrases = new PhraseCheck(new Words(new Vocabulary("", terms, new TreeMap<>(), attributes)), findings);
        yaml.entries(section.value(), "This section")
                .ifPresent(all -> all.forEach((word, entry) -> {
                    if (!Key.isKey(word) || word.length() > LONGEST_KEY) {
                        findings.error("key-form", entry.key(), Findings.quoted(word) + " is not a key.");
                        return;
                    }
                    circumstance(word, entry, phrases).ifPresent(one -> circumstances.put(new Key(word), one));
                }));
        return circumstances;
    }

    private Optional<Circumstance> circumstance(String word, Yaml.Entry entry, PhraseCheck phrases) {
        Optional<Map<String, Yaml.Entry>> parts = yaml.entries(entry.value(), "A circumstance");
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        checkParts(parts.get(), List.of("type", "phrase", "label"));
        Yaml.Entry written = parts.get().get("type");
        if (written == null) {
            findings.error("missing-key", entry.key(), "The circumstance lacks its type: boolean, integer or number.");
            return Optional.empty();
        }
        Optional<Vocabulary.Type> type = type(written.value(), List.of("boolean", "integer", "number"));
        String phrase = Findings.fold(text(parts.get(), "phrase"));
        Yaml.Entry phraseEntry = parts.get().get("phrase");
        Span place = phraseEntry == null ? entry.key() : yaml.span(phraseEntry.value());
        type.ifPresent(known -> {
            if (known == Vocabulary.Type.BOOLEAN) {
                phrases.check(phrase, place);
            } else {
                number(word, phrase, place);
            }
        });
        return type.map(known -> new Circumstance(known, phrase, text(parts.get(), "label")));
    }

    private void number(String word, String phrase, Span place) {
        if (!phrase.isEmpty()) {
            findings.error(
                    "phrase",
                    place,
                    "A number has no phrase: sentences say \"the request's " + word + " is below …\".");
        }
        if (attributes.getOrDefault(Owner.REQUEST, Collections.emptySortedMap()).containsKey(word)) {
            findings.error("key-twice", place, Findings.quoted(word) + " is an attribute of the request already.");
        }
    }
}
