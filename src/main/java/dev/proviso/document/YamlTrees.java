package dev.proviso.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Makes trees of nodes. */
final class YamlTrees {

    private final Yaml yaml;

    YamlTrees(Yaml yaml) {
        this.yaml = yaml;
    }

    Optional<YamlTree.Mapping> mapping(Node node, String name) {
        return yaml.entries(node, name).map(entries -> new YamlTree.Mapping(trees(entries), yaml.whole(node)));
    }

    private Map<String, YamlTree.Entry> trees(Map<String, Yaml.Entry> entries) {
        Map<String, YamlTree.Entry> trees = new LinkedHashMap<>();
        entries.forEach((key, entry) ->
                tree(entry.value()).ifPresent(value -> trees.put(key, new YamlTree.Entry(entry.key(), value))));
        return trees;
    }

    private Optional<YamlTree> tree(Node node) {
        if (node instanceof ScalarNode scalar) {
            Fragment text = yaml.fragment(node);
            return Optional.of(new YamlTree.Scalar(scalar.getValue(), scalar.isPlain(), text.exact(), text.place()));
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlTree> items = sequence.getValue().stream()
                    .flatMap(item -> tree(item).stream())
                    .toList();
            return Optional.of(new YamlTree.Sequence(items, yaml.whole(node)));
        }
        return mapping(node, "This").map(mapping -> mapping);
    }
}
