package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Atom.Attribute.Test;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads conditions on attributes: {@code the user's citizenship is one of CN, HK}. */
final class AttributeReader {

    private final WordReader words;
    private final Findings findings;
    private final Map<Owner, SortedMap<String, Vocabulary.Type>> declared = new EnumMap<>(Owner.class);

    AttributeReader(WordReader words) {
        this.words = words;
        this.findings = words.findings();
        var vocabulary = words.words().vocabulary();
        vocabulary.attributes().forEach((owner, types) -> declared.put(owner, new TreeMap<>(types)));
        vocabulary.circumstances().forEach((key, circumstance) -> {
            if (circumstance.type() != Vocabulary.Type.BOOLEAN) {
                declared.computeIfAbsent(Owner.REQUEST, owner -> new TreeMap<>())
                        .put(key.value(), circumstance.type());
            }
        });
    }

    /** How the attribute is tested, and whether a list of values may follow. */
    private record Form(Test test, boolean isNegative, boolean takesList) {}

    Optional<Condition> read(Phrase spoken) {
        Owner owner = owner(spoken.words().get(1).text());
        Phrase.Word name = spoken.words().get(2);
        Vocabulary.Type type = declared.getOrDefault(owner, new TreeMap<>()).get(name.text());
        if (type == null) {
            unknown(owner, name);
            return Optional.empty();
        }
        Optional<Form> form = form(spoken);
        if (form.isEmpty()) {
            findings.error(
                    "attribute-test",
                    spoken.phrase(),
                    "After " + Findings.quoted("the " + spoken.words().get(1).text() + " " + name.text())
                            + " comes \"is\", \"is one of\", \"is at least\" or \"is below\", and then a value.");
            return Optional.empty();
        }
        return read(spoken, owner, name.text(), type, form.get());
    }

    private Optional<Condition> read(Phrase spoken, Owner owner, String name, Vocabulary.Type type, Form form) {
        if (form.test() != Test.IS && !isOrdered(type)) {
            findings.error(
                    "attribute-test",
                    spoken.phrase(),
                    "Only numbers and dates can be \"at least\" or \"below\"; %s is %s."
                            .formatted(Findings.quoted(name), Literals.one(type)));
            return Optional.empty();
        }
        if (!spoken.more().isEmpty() && !form.takesList()) {
            findings.error(
                    "attribute-test",
                    spoken.more().get(0).span(),
                    form.test() == Test.IS
                            ? "Several values are written with \"is one of\"."
                            : "One number or date stands here; numbers are written without commas.");
            return Optional.empty();
        }
        List<Phrase.Word> values = new ArrayList<>();
        values.add(spoken.words().get(spoken.words().size() - 1));
        values.addAll(spoken.more());
        return WordReader.all(values.stream().map(value -> literal(type, value)).toList())
                .map(literals -> new Atom.Attribute(owner, name, form.test(), literals))
                .map(atom -> form.isNegative() ? new Condition.Not(atom) : atom);
    }

    private static Owner owner(String word) {
        return Owner.valueOf(word.substring(0, word.indexOf('\'')).toUpperCase(Locale.ROOT));
    }

    /** The words between the name and the one value at the end. */
    private static Optional<Form> form(Phrase spoken) {
        List<String> texts = spoken.words().stream().map(Phrase.Word::text).toList();
        if (texts.size() < 5) {
            return Optional.empty();
        }
        boolean isNegative = texts.get(4).equals("not");
        String verb = String.join(" ", texts.subList(3, texts.size() - 1));
        return switch (isNegative ? verb.replaceFirst("is not", "is") : verb) {
            case "is" -> Optional.of(new Form(Test.IS, isNegative, false));
            case "is one of" -> Optional.of(new Form(Test.IS, isNegative, true));
            case "is at least" -> Optional.of(new Form(Test.AT_LEAST, isNegative, false));
            case "is below" -> Optional.of(new Form(Test.BELOW, isNegative, false));
            default -> Optional.empty();
        };
    }

    private static boolean isOrdered(Vocabulary.Type type) {
        return type == Vocabulary.Type.INTEGER || type == Vocabulary.Type.NUMBER || type == Vocabulary.Type.DATE;
    }

    private void unknown(Owner owner, Phrase.Word name) {
        findings.error(
                "unknown-attribute",
                name.span(),
                "The vocabulary \"%s\" declares no attribute %s of the %s."
                        .formatted(
                                words.words().vocabulary().name(),
                                Findings.quoted(name.text()),
                                owner.name().toLowerCase(Locale.ROOT)),
                findings.nearest(
                        name.text(),
                        declared.getOrDefault(owner, new TreeMap<>()).keySet()));
    }

    private Optional<Literal> literal(Vocabulary.Type type, Phrase.Word value) {
        if (value.isQuoted() && type != Vocabulary.Type.TEXT) {
            String plain = value.text().substring(1, value.text().length() - 1);
            findings.error(
                    "literal",
                    value.span(),
                    "Only text stands in quotation marks; here " + Literals.one(type) + " is expected.",
                    Literals.read(type, plain).map(literal -> plain));
            return Optional.empty();
        }
        if (type == Vocabulary.Type.PLACE) {
            return words.place(value.text(), value.span()).map(Literal.In::new);
        }
        if (type == Vocabulary.Type.DATE) {
            return words.date(value.text(), value.span()).map(Literal.Date::new);
        }
        String text = value.text();
        if (type == Vocabulary.Type.TEXT && !value.isQuoted()) {
            findings.error(
                    "literal",
                    value.span(),
                    Findings.quoted(text) + " is text, and text stands in double quotation marks.");
            return Optional.empty();
        }
        Optional<Literal> read = Literals.read(type, value.isQuoted() ? text.substring(1, text.length() - 1) : text);
        if (read.isEmpty()) {
            findings.error("literal", value.span(), Findings.quoted(text) + " is not " + Literals.one(type) + ".");
            return Optional.empty();
        }
        return read;
    }
}
