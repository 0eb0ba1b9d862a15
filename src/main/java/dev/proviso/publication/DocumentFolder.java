package dev.proviso.publication;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A folder of documents as it is published into an empty store: its vocabularies, and each {@code *.md} with front matter
 * ({@link DocumentPaths}); folders named {@code tests} are passed over.
 */
public final class DocumentFolder {

    /** The label of a vocabulary that comes with a folder, whose format has no place for one. */
    public static final String FIRST = "1";

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A\\uFEFF?---[ \\t]*\\R");

    private final List<String> messages = new ArrayList<>();
    private final SortedMap<String, Vocabulary> vocabularies = new TreeMap<>();
    private final SortedMap<DocumentName, PublishedDocument> documents = new TreeMap<>();
    private final List<ConsistencyCheck.Member> members = new ArrayList<>();
    private final Instant now;

    private DocumentFolder(Instant now) {
        this.now = now;
    }

    /**
     * Checks the files and gives the versions to publish. They were announced when they took effect; what takes effect on
     * publication does so now.
     *
     * @param files their bytes, by path within the folder, with {@code /} between its parts
     * @throws DocumentsRefused if a document has an error, or documents do not fit together
     */
    public static List<PublishedDocument> read(Map<String, byte[]> files, Instant now) {
        DocumentFolder folder = new DocumentFolder(now);
        SortedMap<String, Content> contents = folder.decode(files);
        contents.forEach(folder::readVocabulary);
        contents.forEach(folder::readDocument);
        if (folder.messages.isEmpty()) {
            folder.messages.addAll(ConsistencyCheck.mistakes(folder.members));
        }
        if (!folder.messages.isEmpty()) {
            throw new DocumentsRefused(folder.messages);
        }
        return List.copyOf(folder.documents.values());
    }

    /**
     * The bytes of every file in a folder that may be a document, or belong to the tests of one, by path within the folder with
     * {@code /} between its parts.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static SortedMap<String, byte[]> files(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Map.Entry<String, Path> file :
                    DocumentPaths.in(folder, DocumentPaths.DEEPEST).entrySet()) {
                files.put(file.getKey(), Files.readAllBytes(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private SortedMap<String, Content> decode(Map<String, byte[]> files) {
        SortedMap<String, Content> contents = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            if (DocumentPaths.isCandidate(file.getKey())) {
                try {
                    contents.put(file.getKey(), Content.of(file.getValue()));
                } catch (CharacterCodingException e) {
                    messages.add(file.getKey() + ": The file is not UTF-8 text.");
                }
            }
        }
        return contents;
    }

    private void readVocabulary(String path, Content content) {
        if (DocumentPaths.isVocabulary(path)) {
            accepted(Documents.vocabulary(new Source(path, content.text()))).ifPresent(vocabulary -> {
                vocabularies.put(vocabulary.name(), vocabulary);
                DocumentName name = vocabulary(vocabulary.name());
                add(path, new PublishedDocument(name, Optional.empty(), content, Instant.EPOCH, Instant.EPOCH, now));
            });
        }
    }

    private void readDocument(String path, Content content) {
        if (!DocumentPaths.isVocabulary(path)
                && FRONT_MATTER.matcher(content.text()).find()) {
            accepted(Documents.policy(new Source(path, content.text()), vocabularies.values()))
                    .map(CheckedPolicy::policy)
                    .ifPresent(policy -> addPolicy(path, policy, content));
        }
    }

    private void addPolicy(String path, Policy policy, Content content) {
        PublishedDocument document = published(policy, content);
        add(path, document);
        Optional.ofNullable(vocabularies.get(policy.vocabulary()))
                .ifPresent(words -> members.add(new ConsistencyCheck.Member(document, policy, words)));
    }

    private PublishedDocument published(Policy policy, Content content) {
        DocumentName.Kind kind = policy.kind() == Policy.Kind.LAW ? DocumentName.Kind.LAW : DocumentName.Kind.POLICY;
        Instant start = policy.effective().orElse(now);
        return new PublishedDocument(
                new DocumentName(kind, policy.id(), policy.label()),
                Optional.of(vocabulary(policy.vocabulary())),
                content,
                start,
                start,
                now);
    }

    private static DocumentName vocabulary(String name) {
        return new DocumentName(DocumentName.Kind.VOCABULARY, name, FIRST);
    }

    private void add(String path, PublishedDocument document) {
        Optional<DocumentName> together = documents.values().stream()
                .filter(other -> Register.isOfOneDocument(other.name(), document.name())
                        && other.start().equals(document.start()))
                .map(PublishedDocument::name)
                .findFirst();
        if (documents.putIfAbsent(document.name(), document) != null) {
            messages.add(path + ": Another file of the folder is " + document.name() + " too.");
        } else if (together.isPresent()) {
            messages.add(path + ": Two versions of one document cannot start together, and " + together.get()
                    + " starts at " + document.start() + " too.");
        }
    }

    private <T> Optional<T> accepted(Checked<T> checked) {
        checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> Documents.render(checked.source(), diagnostic))
                .forEach(messages::add);
        return checked.value();
    }
}
