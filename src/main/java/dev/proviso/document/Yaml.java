package dev.proviso.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** YAML with every scalar read as text ({@code NO} is Norway), and with the place of each. */
final class Yaml {

    /** Deeper nesting than this has no meaning in any file of ours, and could exhaust the reader's stack. */
    private static final int DEEPEST = 50;

    /** In UTF-16 units: ten thousand words with what is said of them. */
    private static final int LONGEST = 1024 * 1024;

    private final Fragment text;
    private final Findings findings;
    private final int[] offsets;

    private Yaml(Fragment text, Findings findings) {
        this.text = text;
        this.findings = findings;
        this.offsets = offsets(text.text());
    }

    /** A key of a mapping with its place, and its value. */
    record Entry(Span key, Node value) {}

    /** A reader for the places in a text; use {@link #root} to begin. */
    static Yaml of(Fragment text, Findings findings) {
        return new Yaml(text, findings);
    }

    /** The mapping that the text is; reports and gives nothing if it is not one. */
    Optional<Map<String, Entry>> root() {
        return node().flatMap(node -> entries(node, "This"));
    }

    /** The same with everything below it. */
    Optional<YamlTree.Mapping> mapping() {
        return node().flatMap(node -> new YamlTrees(this).mapping(node, "This"));
    }

    private Optional<Node> node() {
        if (isTooLong() || isTooDeep()) {
            return Optional.empty();
        }
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text.text());
            if (node.isEmpty()) {
                findings.error("yaml", text.span(0, 0), "There is nothing here to read.");
            }
            Characters.checkLookAlikes(text, findings);
            return node.filter(this::isPlain);
        } catch (MarkedYamlEngineException mistake) {
            int at = isOpen(mistake)
                    ? mistake.getContextMark().map(this::offset).orElse(0)
                    : mistake.getProblemMark().map(this::offset).orElse(0);
            findings.error(
                    "yaml", text.span(at, at + 1), "This is not YAML that can be read: " + because(mistake) + ".");
        } catch (YamlEngineException mistake) {
            findings.error("yaml", text.span(0, 1), "This is not YAML that can be read: " + because(mistake) + ".");
        }
        return Optional.empty();
    }

    /**
     * Looks at every node once: whether a value that is written in another way has characters that are not seen, and whether
     * one stands for what is written elsewhere ({@code *name}). Such a node has two places, and a few lines of them can stand
     * for more than any memory holds.
     */
    private boolean isPlain(Node root) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        int before = findings.errors();
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                findings.flaw(
                        "alias",
                        span(node),
                        "What stands here is pointed to from elsewhere with \"*\", which is not read here.");
                return findings.errors() == before;
            }
            if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
                checkHidden(scalar);
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            } else if (node instanceof MappingNode mapping) {
                mapping.getValue().forEach(entry -> {
                    open.push(entry.getKeyNode());
                    open.push(entry.getValueNode());
                });
            }
        }
        return true;
    }

    private void checkHidden(ScalarNode scalar) {
        if (!fragment(scalar).exact()) {
            Characters.checkHidden(scalar.getValue(), span(scalar), findings);
        }
    }

    /** True if something that begins at the context has no end. */
    private static boolean isOpen(MarkedYamlEngineException mistake) {
        return mistake.getProblem() != null && saysThatTheTextEnds(mistake.getProblem());
    }

    private static boolean saysThatTheTextEnds(String problem) {
        return problem.contains("end of stream") || problem.contains("<stream end>");
    }

    private static String because(YamlEngineException mistake) {
        String problem =
                mistake instanceof MarkedYamlEngineException marked ? marked.getProblem() : mistake.getMessage();
        if (problem != null && saysThatTheTextEnds(problem)) {
            return "what begins here has no end";
        }
        return problem == null ? "it has no form" : Findings.fold(problem).replaceFirst("\\.$", "");
    }

    /** The entries of a mapping, in their order; reports and gives nothing if the node is not one. */
    Optional<Map<String, Entry>> entries(Node node, String name) {
        if (!(node instanceof MappingNode mapping)) {
            findings.error("type", span(node), name + " should be a list of lines \"key: value\".");
            return Optional.empty();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : withCommas(mapping)) {
            Optional<String> key = scalar(tuple.getKeyNode());
            if (key.isEmpty()) {
                findings.error("type", span(tuple.getKeyNode()), "This key is not a word.");
                continue;
            }
            Entry entry = new Entry(span(tuple.getKeyNode()), tuple.getValueNode());
            if (entries.putIfAbsent(key.get(), entry) != null) {
                findings.error("twice", entry.key(), Findings.quoted(key.get()) + " stands here twice.");
            }
        }
        return Optional.of(entries);
    }

    /**
     * The entries of a mapping. In braces YAML takes "{name: Example Co., Ltd., country: CN}" for three entries, the second a
     * key without a value; nobody who writes this means that, so what has no colon goes on with the text before it.
     */
    private List<NodeTuple> withCommas(MappingNode mapping) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int last = entries.size() - 1;
            boolean goesOn = mapping.getFlowStyle() == FlowStyle.FLOW && last >= 0 && hasNoColon(tuple);
            if (goesOn
                    && isShort(entries.get(last).getValueNode())
                    && isPlainText(entries.get(last).getValueNode())
                    && isPlainText(tuple.getKeyNode())) {
                entries.set(last, joined(entries.get(last), tuple.getKeyNode()));
            } else {
                entries.add(tuple);
            }
        }
        return entries;
    }

    private boolean hasNoColon(NodeTuple tuple) {
        int end = tuple.getKeyNode().getEndMark().map(this::offset).orElse(0);
        String rest = text.text()
                .substring(end, Math.min(text.text().length(), end + 200))
                .stripLeading();
        return isNothing(tuple.getValueNode()) && (rest.startsWith(",") || rest.startsWith("}"));
    }

    /** No name of a controller is longer, and to join thousands of pieces would take long. */
    private static boolean isShort(Node node) {
        return scalar(node).filter(text -> text.length() <= 1_000).isPresent();
    }

    private static boolean isPlainText(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && !scalar.getValue().isEmpty();
    }

    private static NodeTuple joined(NodeTuple entry, Node more) {
        Node before = entry.getValueNode();
        String words = scalar(before).orElse("") + ", " + scalar(more).orElse("");
        return new NodeTuple(
                entry.getKeyNode(),
                new ScalarNode(Tag.STR, true, words, ScalarStyle.PLAIN, before.getStartMark(), more.getEndMark()));
    }

    static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    static boolean isSequence(Node node) {
        return node instanceof SequenceNode;
    }

    /** True for a key with nothing after it. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    Span span(Node node) {
        int start = node.getStartMark().map(this::offset).orElse(0);
        int end = node.getEndMark().map(this::offset).orElse(start);
        if (!(node instanceof ScalarNode)) {
            end = Math.min(end, endOfLine(start));
        }
        return text.span(start, Math.max(start, end));
    }

    /** All of a node, also where it goes on below its first line. */
    Span whole(Node node) {
        int start = node.getStartMark().map(this::offset).orElse(0);
        return text.span(
                start, Math.max(start, node.getEndMark().map(this::offset).orElse(start)));
    }

    /** The text of a scalar as a piece of the document; not exact where YAML folded or unescaped it. */
    Fragment fragment(Node node) {
        String value = scalar(node).orElse("");
        int start = node.getStartMark().map(this::offset).orElse(0);
        int end = Math.max(start, node.getEndMark().map(this::offset).orElse(start));
        for (int quote = 0; quote < 2; quote++) {
            if (end - quote >= start + quote
                    && text.text().substring(start + quote, end - quote).equals(value)) {
                return new Fragment(value, text.span(start + quote, end - quote), text.exact());
            }
        }
        return new Fragment(value, text.span(start, end), false);
    }

    private int endOfLine(int offset) {
        int end = text.text().indexOf('\n', offset);
        return end < 0 ? text.text().length() : end;
    }

    private int offset(Mark mark) {
        return offsets[Math.min(Math.max(mark.getIndex(), 0), offsets.length - 1)];
    }

    /** From the code points that YAML counts to UTF-16 units. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }

    private boolean isTooLong() {
        boolean isLong = text.text().length() > LONGEST && !findings.isOfPublished();
        if (isLong) {
            findings.flaw("too-long", text.span(0, 1), "This is longer than 1 MB and is not read.");
        }
        return isLong;
    }

    private boolean isTooDeep() {
        int depth = 0;
        int line = 0;
        int lineStart = 0;
        int indent = 0;
        for (int i = 0; i < text.text().length(); i++) {
            char c = text.text().charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            line = c == '\n' ? 0 : line + (c == '-' || c == '?' || c == ':' ? 1 : 0);
            indent = c == '\n' ? 0 : c == ' ' && indent == i - lineStart ? indent + 1 : indent;
            lineStart = c == '\n' ? i + 1 : lineStart;
            if (depth > DEEPEST || line > 1_000 || indent > 1_000) {
                findings.error("yaml", text.span(i, i + 1), "This is nested too deeply.");
                return true;
            }
        }
        return false;
    }
}
