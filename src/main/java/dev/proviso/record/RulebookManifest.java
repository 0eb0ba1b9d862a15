package dev.proviso.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a rulebook consists of, by name and content hash.
 *
 * @param hash the rulebook's hash, as answers give it ({@code sha256:…})
 * @param engine the version of the program that first decided under it
 * @param laws the law documents in force, in the order of their names
 * @param baseRules SHA-256 of each file of base rules, by file name
 */
public record RulebookManifest(
        String hash,
        String engine,
        Document policy,
        Document vocabulary,
        List<Document> laws,
        SortedMap<String, String> baseRules) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A document of a rulebook. Instants are ISO 8601 in UTC. */
    @JsonPropertyOrder({"kind", "id", "version", "announcedAt", "start", "sha256"})
    record Document(
            DocumentName.Kind kind, String id, String version, String announcedAt, String start, String sha256) {

        static Document of(PublishedDocument document) {
            DocumentName name = document.name();
            return new Document(
                    name.kind(),
                    name.id(),
                    name.label(),
                    document.announcedAt().toString(),
                    document.start().toString(),
                    document.content().sha256());
        }

        DocumentName name() {
            return new DocumentName(kind, id, version);
        }

        Instant announced() {
            return Instant.parse(announcedAt);
        }

        Instant starts() {
            return Instant.parse(start);
        }

        Optional<DocumentName> writtenIn(Document vocabulary) {
            return kind == DocumentName.Kind.VOCABULARY ? Optional.empty() : Optional.of(vocabulary.name());
        }
    }

    public RulebookManifest {
        laws = List.copyOf(laws);
        baseRules = new TreeMap<>(baseRules);
    }

    Stream<Document> documents() {
        return Stream.concat(Stream.of(vocabulary, policy), laws.stream());
    }

    /** As JSON. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest can always be written", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no manifest */
    public static RulebookManifest of(String json) {
        try {
            return MAPPER.readValue(json, RulebookManifest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no manifest of a rulebook: " + e.getOriginalMessage(), e);
        }
    }
}
