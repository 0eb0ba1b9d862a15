package dev.proviso.document;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a text says it is, read even where the rest of it is full of mistakes.
 *
 * @param id the policy, the law or the vocabulary
 * @param version its label
 * @param kind {@code policy} or {@code law}, as the front matter has it; empty for a vocabulary
 */
public record TitlePage(Optional<String> id, Optional<String> version, Optional<String> kind, Optional<String> title) {

    private static final TitlePage BLANK =
            new TitlePage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static TitlePage ofPolicy(String text) {
        var findings = new Findings(text);
        return OutlineReader.frontMatter(text, findings)
                .flatMap(front -> Yaml.of(front, findings).root())
                .map(entries -> of(entries, "policy"))
                .orElse(BLANK);
    }

    static TitlePage ofVocabulary(String text) {
        var findings = new Findings(text);
        return Yaml.of(Fragment.of(text, 0, text.length()), findings)
                .root()
                .map(entries -> of(entries, "vocabulary"))
                .orElse(BLANK);
    }

    private static TitlePage of(Map<String, Yaml.Entry> entries, String id) {
        return new TitlePage(
                value(entries, id)
                        .filter(word -> FrontMatterReader.ID.matcher(word).matches()),
                value(entries, "version")
                        .filter(word -> FrontMatterReader.LABEL.matcher(word).matches()),
                value(entries, "kind"),
                value(entries, "title"));
    }

    private static Optional<String> value(Map<String, Yaml.Entry> entries, String key) {
        Optional<Node> node = Optional.ofNullable(entries.get(key)).map(Yaml.Entry::value);
        return node.flatMap(Yaml::scalar).filter(word -> !word.isBlank());
    }
}
