package dev.proviso.record;

import dev.proviso.decision.Decided;
import dev.proviso.library.Edition;
import dev.proviso.publication.Content;
import dev.proviso.publication.PublishedDocument;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rulebook with everything that it consists of, from which it can be built again without anything else.
 *
 * @param parts the text of each document and each file of base rules, by its SHA-256
 */
public record StoredRulebook(RulebookManifest manifest, SortedMap<String, Content> parts) {

    /** @throws IllegalStateException if a part is missing, or is not what its hash says */
    public StoredRulebook {
        parts = new TreeMap<>(parts);
        for (Map.Entry<String, Content> part : parts.entrySet()) {
            if (!part.getValue().sha256().equals(part.getKey())) {
                throw damaged(manifest, part.getKey());
            }
        }
        for (String sha256 : hashes(manifest)) {
            if (!parts.containsKey(sha256)) {
                throw damaged(manifest, sha256);
            }
        }
    }

    private static IllegalStateException damaged(RulebookManifest manifest, String sha256) {
        return new IllegalStateException(
                "of the rulebook " + manifest.hash() + ", the part " + sha256 + " is missing or was changed");
    }

    /** The SHA-256 of everything that a rulebook consists of. */
    public static List<String> hashes(RulebookManifest manifest) {
        List<String> hashes = new java.util.ArrayList<>(
                manifest.documents().map(RulebookManifest.Document::sha256).toList());
        hashes.addAll(manifest.baseRules().values());
        return hashes.stream().distinct().sorted().toList();
    }

    /**
     * What decided a question.
     *
     * @param engine the version of this program
     * @param baseRules the base rules, text by file name
     */
    static StoredRulebook of(Decided decided, String engine, SortedMap<String, String> baseRules) {
        SortedMap<String, Content> parts = new TreeMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        baseRules.forEach((file, text) -> files.put(file, add(new Content(text), parts)));
        Edition edition = decided.edition();
        List<PublishedDocument> laws = decided.library().laws(edition.words().name()).stream()
                .filter(law -> decided.laws().contains(law.policy().name()))
                .map(Edition::document)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        laws.forEach(law -> add(law.content(), parts));
        add(edition.document().content(), parts);
        add(edition.words().content(), parts);
        RulebookManifest manifest = new RulebookManifest(
                decided.rulebook(),
                engine,
                RulebookManifest.Document.of(edition.document()),
                RulebookManifest.Document.of(edition.words()),
                laws.stream().map(RulebookManifest.Document::of).toList(),
                files);
        return new StoredRulebook(manifest, parts);
    }

    private static String add(Content content, SortedMap<String, Content> parts) {
        String sha256 = content.sha256();
        parts.put(sha256, content);
        return sha256;
    }

    /** A rulebook as it was kept. The bytes of its parts are UTF-8. */
    public static StoredRulebook of(RulebookManifest manifest, Map<String, byte[]> bytes) {
        SortedMap<String, Content> parts = new TreeMap<>();
        bytes.forEach((sha256, part) -> {
            try {
                parts.put(sha256, Content.of(part));
            } catch (CharacterCodingException e) {
                throw damaged(manifest, sha256);
            }
        });
        return new StoredRulebook(manifest, parts);
    }

    /** Its documents, as they were published. */
    List<PublishedDocument> documents() {
        return manifest.documents()
                .map(document -> new PublishedDocument(
                        document.name(),
                        document.writtenIn(manifest.vocabulary()),
                        part(document.sha256()),
                        document.announced(),
                        document.starts(),
                        document.announced()))
                .toList();
    }

    /** Its base rules, text by file name. */
    SortedMap<String, String> baseRules() {
        SortedMap<String, String> texts = new TreeMap<>();
        manifest.baseRules()
                .forEach((file, sha256) -> texts.put(file, part(sha256).text()));
        return texts;
    }

    private Content part(String sha256) {
        return Optional.ofNullable(parts.get(sha256)).orElseThrow(() -> damaged(manifest, sha256));
    }
}
