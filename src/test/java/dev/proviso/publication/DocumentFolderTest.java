package dev.proviso.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocumentFolderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private static byte[] shipped(String path) throws IOException {
        return Files.readAllBytes(Path.of("policies", path));
    }

    private void addShipped() throws IOException {
        files.put("privacy.vocabulary.yaml", shipped("privacy.vocabulary.yaml"));
        files.put("website-privacy/2016-01-14.md", shipped("website-privacy/2016-01-14.md"));
    }

    @Test
    void documents_were_announced_when_they_took_effect() throws IOException {
        addShipped();

        List<PublishedDocument> documents = DocumentFolder.read(files, NOW);

        assertThat(documents).hasSize(2);
        PublishedDocument policy = documents.get(0);
        assertThat(policy.name())
                .isEqualTo(new DocumentName(DocumentName.Kind.POLICY, "website-privacy", "2016-01-14"));
        assertThat(policy.start()).isEqualTo(Instant.parse("2016-01-13T16:00:00Z"));
        assertThat(policy.announcedAt()).isEqualTo(policy.start());
        assertThat(policy.loadedAt()).isEqualTo(NOW);
        assertThat(policy.content().bytes()).isEqualTo(shipped("website-privacy/2016-01-14.md"));
        assertThat(policy.vocabulary()).contains(documents.get(1).name());
    }

    @Test
    void what_takes_effect_on_publication_does_so_now() throws IOException {
        addShipped();
        String text = new String(shipped("website-privacy/2016-01-14.md"), StandardCharsets.UTF_8)
                .replaceFirst("effective: .*", "effective: on-publication");
        files.put("website-privacy/2016-01-14.md", text.getBytes(StandardCharsets.UTF_8));

        assertThat(DocumentFolder.read(files, NOW).get(0).start()).isEqualTo(NOW);
    }

    @Test
    void notes_and_tests_are_passed_over() throws IOException {
        addShipped();
        files.put("README.md", "# A note without front matter".getBytes(StandardCharsets.UTF_8));
        files.put("website-privacy/tests/wrong.md", "---\nwrong: yes\n---\n".getBytes(StandardCharsets.UTF_8));
        files.put("website-privacy/tests/case.yaml", "a: b".getBytes(StandardCharsets.UTF_8));

        assertThat(DocumentFolder.read(files, NOW)).hasSize(2);
    }

    @Test
    void every_mistake_of_every_document_is_told_and_nothing_is_given() throws IOException {
        addShipped();
        files.put("a.md", "---\npolicy: a\n---\n".getBytes(StandardCharsets.UTF_8));
        files.put("b.md", new byte[] {'-', '-', '-', '\n', (byte) 0xFF});
        files.put("copy.md", shipped("website-privacy/2016-01-14.md"));

        assertThatThrownBy(() -> DocumentFolder.read(files, NOW))
                .isInstanceOf(DocumentsRefused.class)
                .hasMessageContaining("a.md, line 2")
                .hasMessageContaining("b.md: The file is not UTF-8 text.")
                .hasMessageContaining("Another file of the folder is website-privacy@2016-01-14 too.");
    }
}
