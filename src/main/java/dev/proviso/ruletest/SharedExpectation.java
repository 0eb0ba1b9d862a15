package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is expected of the questions that {@code each} makes of one test: the same of all of them, but for exceptions.
 *
 * @param usual of all others
 * @param place where the file says it
 */
record SharedExpectation(Expected usual, List<Except> exceptions, Span place) {

    static final String EXCEPT = "except";
    /** Whoever needs more writes another test. */
    static final int MOST_EXCEPTIONS = 200;

    private static final String EXPECT = "expect";

    /**
     * Some of the questions.
     *
     * @param fields by which they are known, with their values as {@link Variation#written} has them
     */
    record Except(Map<String, String> fields, Expected expected) {

        boolean covers(Map<String, String> variation) {
            return variation.entrySet().containsAll(fields.entrySet());
        }

        /** Every combination of values is asked, so only two values of one field keep two exceptions apart. */
        boolean meets(Except other) {
            return fields.entrySet().stream().allMatch(field -> other.fields
                    .getOrDefault(field.getKey(), field.getValue())
                    .equals(field.getValue()));
        }
    }

    /** @param variation as {@link Variation#written} has it */
    Expected of(Map<String, String> variation) {
        return exceptions.stream()
                .filter(exception -> exception.covers(variation))
                .map(Except::expected)
                .findFirst()
                .orElse(usual);
    }

    /**
     * Reads it.
     *
     * @param versions that are asked
     * @param each what tells the questions apart
     */
    static Optional<SharedExpectation> read(
            YamlTree value,
            List<TestedVersion> versions,
            List<Variation> each,
            ExpectedReader expected,
            Findings findings) {
        Optional<YamlTree> list = value instanceof YamlTree.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(EXCEPT)).map(YamlTree.Entry::value)
                : Optional.empty();
        Optional<Expected> usual = expected.usual(value, versions);
        List<Except> exceptions = list.map(those -> new Reader(versions, values(each), expected, findings).read(those))
                .orElse(List.of());
        return usual.map(answer -> new SharedExpectation(answer, exceptions, value.span()));
    }

    private static Map<String, SortedSet<String>> values(List<Variation> each) {
        return each.stream()
                .flatMap(variation -> variation.written().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }

    /** @param values that the questions have, by field */
    private record Reader(
            List<TestedVersion> versions,
            Map<String, SortedSet<String>> values,
            ExpectedReader expected,
            Findings findings) {

        List<Except> read(YamlTree list) {
            List<YamlTree> items = new Entries(findings).list(list, Findings.quoted(EXCEPT));
            if (items.size() > MOST_EXCEPTIONS) {
                findings.error(
                        "too-many",
                        list.span(),
                        "These are more than " + MOST_EXCEPTIONS + " exceptions: write another test for them.");
                return List.of();
            }
            List<Except> read = new ArrayList<>();
            for (YamlTree item : items) {
                new Entries(findings)
                        .section(item, "An exception")
                        .flatMap(entries -> exception(entries, item))
                        .ifPresent(one -> {
                            if (read.stream().anyMatch(one::meets)) {
                                findings.error(
                                        "twice", item.span(), "Another exception is about some of the same questions.");
                            }
                            read.add(one);
                        });
            }
            return read;
        }

        private Optional<Except> exception(Entries entries, YamlTree item) {
            Map<String, YamlTree.Entry> named = entries.entries(key -> !key.equals(EXPECT));
            boolean isKnown = !named.isEmpty();
            for (Map.Entry<String, YamlTree.Entry> field : named.entrySet()) {
                isKnown &= isAsked(field.getKey(), field.getValue());
            }
            if (named.isEmpty()) {
                findings.error(
                        "missing-key",
                        item.span(),
                        "An exception says which questions it is about, by the fields of \"each\".");
            }
            entries.require(EXPECT, item.span(), "An exception lacks \"expect\": what should be the answer to it.");
            Optional<Expected> answer = entries.entry(EXPECT).flatMap(entry -> expected.read(entry.value(), versions));
            return isKnown ? answer.map(known -> new Except(new Variation(named).written(), known)) : Optional.empty();
        }

        private boolean isAsked(String field, YamlTree.Entry entry) {
            SortedSet<String> known = values.getOrDefault(field, new TreeSet<>());
            String value = Variation.flow(entry.value());
            if (known.isEmpty()) {
                findings.error(
                        "unknown-key",
                        entry.key(),
                        "The questions here do not differ in " + Findings.quoted(field)
                                + ": an exception names fields of \"each\".",
                        findings.nearest(field, values.keySet()));
            } else if (!known.contains(value)) {
                findings.error(
                        "unknown-value",
                        entry.value().span(),
                        "Nothing is asked here with the " + field + " " + value + ".",
                        findings.nearest(value, known));
            }
            return known.contains(value);
        }
    }
}
