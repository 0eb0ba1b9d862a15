package dev.proviso.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** YAML as its author wrote it: every scalar is a text ({@code NO} is Norway), and everything knows its place. */
public sealed interface YamlTree {

    Span span();

    /**
     * A scalar.
     *
     * @param plain whether it stands without quotation marks
     * @param exact whether it stands there unchanged; where it was folded or unescaped, places inside it are not known
     */
    record Scalar(String text, boolean plain, boolean exact, Span span) implements YamlTree {

        /** Where a part of the text stands; the whole scalar where that is not known. */
        public Span part(int start, int end) {
            return exact ? new Span(span.start() + start, span.start() + end) : span;
        }

        /** A key with nothing after it. */
        public boolean isNothing() {
            return plain && text.isEmpty();
        }
    }

    record Sequence(List<YamlTree> items, Span span) implements YamlTree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param entries in the order of the text */
    record Mapping(Map<String, Entry> entries, Span span) implements YamlTree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** @param key where the key stands */
    record Entry(Span key, YamlTree value) {}

    /** The mapping that a text is; reports and gives nothing if it is none, or points to one place from another. */
    static Optional<Mapping> read(String text, Findings findings) {
        Characters.checkHidden(Fragment.of(text, 0, text.length()), findings);
        return Yaml.of(Fragment.of(text, 0, text.length()), findings).mapping();
    }
}
