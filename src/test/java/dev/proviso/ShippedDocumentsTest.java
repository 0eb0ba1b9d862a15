package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that ship are without errors, and what is doubtful about them is known and has a reason. */
class ShippedDocumentsTest {

    /** Every warning that a document may give, as its code and the line it underlines, with the reason it stands. */
    private static final Map<String, Map<String, String>> ACCEPTED = Map.of(
            "website-privacy/2016-01-14.md",
            Map.of(
                    "skipped-number at: ### 3.3 Demands of law and reorganisation",
                    "The source has no clause 3.2, and nothing is inferred from the gap."));

    static List<String> documents() {
        return Shipped.documents();
    }

    @Test
    void two_versions_and_a_law_for_each_jurisdiction_ship() {
        assertThat(Shipped.documents())
                .containsExactly(
                        "law/ad.md",
                        "law/ae.md",
                        "law/al.md",
                        "law/am.md",
                        "law/ar.md",
                        "law/au.md",
                        "law/ba.md",
                        "law/bm.md",
                        "law/br.md",
                        "law/by.md",
                        "law/ca-qc.md",
                        "law/ca.md",
                        "law/ch.md",
                        "law/cl.md",
                        "law/cn.md",
                        "law/co.md",
                        "law/ec.md",
                        "law/eg.md",
                        "law/eu.md",
                        "law/gb.md",
                        "law/ge.md",
                        "law/gg.md",
                        "law/gh.md",
                        "law/gi.md",
                        "law/hk.md",
                        "law/id.md",
                        "law/il.md",
                        "law/im.md",
                        "law/in.md",
                        "law/je.md",
                        "law/jm.md",
                        "law/jp.md",
                        "law/ke.md",
                        "law/kr.md",
                        "law/md.md",
                        "law/mk.md",
                        "law/mo.md",
                        "law/mu.md",
                        "law/mx.md",
                        "law/my.md",
                        "law/ng.md",
                        "law/not-drawn.md",
                        "law/nz.md",
                        "law/pe.md",
                        "law/ph.md",
                        "law/pr.md",
                        "law/rs.md",
                        "law/ru.md",
                        "law/rw.md",
                        "law/sa.md",
                        "law/sg.md",
                        "law/sm.md",
                        "law/th.md",
                        "law/tr.md",
                        "law/tw.md",
                        "law/ua.md",
                        "law/ug.md",
                        "law/us-ar.md",
                        "law/us-ca.md",
                        "law/us-co.md",
                        "law/us-ct.md",
                        "law/us-de.md",
                        "law/us-md.md",
                        "law/us-mn.md",
                        "law/us-mt.md",
                        "law/us-nh.md",
                        "law/us-nj.md",
                        "law/us-ny.md",
                        "law/us-or.md",
                        "law/us.md",
                        "law/uy.md",
                        "law/vn.md",
                        "law/za.md",
                        "website-privacy/2016-01-14.md",
                        "website-privacy/2021-11-01.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_document_checks_without_errors_and_warns_only_of_what_is_listed(String path) {
        Checked<CheckedPolicy> checked = Shipped.check(path);
        assertThat(checked.value()).as(Shipped.diagnostics(checked)).isPresent();
        assertThat(checked.diagnostics().stream().map(found -> describe(checked, found)))
                .as(Shipped.diagnostics(checked))
                .containsExactlyInAnyOrderElementsOf(
                        ACCEPTED.getOrDefault(path, Map.of()).keySet());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_document_says_that_it_is_not_legal_advice(String path) {
        assertThat(Shipped.text(path)).containsPattern("not\\s+legal\\s+advice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-01-14", "2021-11-01"})
    void no_six_words_in_a_row_are_those_of_the_source_policy(String version) {
        String text = Shipped.text("website-privacy/" + version + ".md");
        String body = text.substring(text.indexOf("---", 3));
        List<String> words = words(body);
        Set<String> source = sourceRuns();
        List<String> copied = new ArrayList<>();
        for (int i = 0; i + 6 <= words.size(); i++) {
            String run = String.join(" ", words.subList(i, i + 6));
            if (source.contains(hash(run))) {
                copied.add(run);
            }
        }
        assertThat(source).hasSizeGreaterThan(3000);
        assertThat(copied).isEmpty();
    }

    private static String describe(Checked<?> checked, Diagnostic diagnostic) {
        String text = checked.source().text();
        int end = text.indexOf('\n', diagnostic.span().start());
        int start = text.lastIndexOf('\n', diagnostic.span().start()) + 1;
        return diagnostic.code() + " at: " + text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The source is kept as the hashes of its runs of six words, since its sentences are not ours to ship. */
    private static Set<String> sourceRuns() {
        try (InputStream in = ShippedDocumentsTest.class.getResourceAsStream("/source-policy-six-word-runs.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String run) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
