package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that people read say what is so: their examples are right, their links lead somewhere. */
class PagesTest {

    private static final Path SITE = Path.of("src", "site");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final List<Path> MESSAGES = List.of(GOLDEN.resolve("messages"), GOLDEN.resolve("test-messages"));

    private static final String EXAMPLE = """
            ---
            policy: example
            version: "1"
            kind: %s
            title: Example
            %s
            vocabulary: privacy
            timezone: UTC
            effective: on-publication
            ---

            ## 1 Example

            """;
    private static final String POLICY = EXAMPLE.formatted("policy", "controller: {name: Example Ltd, country: GB}");
    private static final String LAW = EXAMPLE.formatted("law", "scope: the controller is in GB");

    /** Folders in which people and build machines keep their work. In an address on the network they may well occur. */
    private static final Pattern PLACE_ON_A_MACHINE =
            Pattern.compile("(?<![\\w.~}*-])/(?:work|root|home|Users)/|\\b[A-Za-z]:[\\\\/]+Users[\\\\/]");

    static List<Page> pages() {
        try (Stream<Path> site = Files.walk(SITE)) {
            return Stream.concat(
                            Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(Path::of),
                            site.sorted())
                    .filter(path -> path.toString().endsWith(".md") && Files.isRegularFile(path))
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples that stand on the pages: blocks of rules, tables and whole documents. */
    static List<Page.Block> examples() {
        return pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.info().equals("rules")
                        || block.info().startsWith("table ")
                        || block.info().equals("markdown") && block.text().startsWith("---\n"))
                .toList();
    }

    static List<Page.Block> quotedMessages() {
        return pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.info().equals("text message"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_on_a_page_checks_without_errors(Page.Block example) {
        Checked<CheckedPolicy> checked =
                Documents.policy(new Source("example.md", document(example)), List.of(Shipped.vocabulary()));
        assertThat(checked.value()).as(Shipped.diagnostics(checked)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("quotedMessages")
    void every_message_that_a_page_quotes_is_one_that_the_checker_gives(Page.Block message) {
        assertThat(goldenMessages().stream().anyMatch(golden -> golden.contains(message.text())))
                .as("one of the messages in %s is: %s", MESSAGES, message.text())
                .isTrue();
    }

    @Test
    void page_about_writing_rules_says_that_they_are_no_legal_advice() throws IOException {
        assertThat(Files.readString(SITE.resolve("writing-rules.md"))).containsPattern("no\\s+legal\\s+advice");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_relative_link_leads_to_a_file_and_to_a_heading_if_it_names_one(Page page) {
        assertThat(page.links().stream().filter(link -> leadsNowhere(page, link)))
                .as("links of %s that lead nowhere", page.path())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-page.md", "../no-such.md", "semantics.md#no-such-heading", "#no-such-heading"})
    void link_that_leads_nowhere_is_found(String link) {
        Page page = Page.of(SITE.resolve("page.md"), "# A page\n\nSee [there](" + link + ").\n");
        assertThat(page.links()).containsExactly(link);
        assertThat(leadsNowhere(page, link)).isTrue();
    }

    @Test
    void headings_are_reached_by_their_words_and_the_second_alike_by_a_number() {
        Page page = Page.of(SITE.resolve("page.md"), "# What's `new`, and why?\n\n## Tables\n\n## Tables\n");
        assertThat(page.anchors()).containsExactly("whats-new-and-why", "tables", "tables-1");
    }

    @Test
    void no_file_under_version_control_names_a_place_on_somebodys_machine() throws Exception {
        List<Path> files = filesUnderVersionControl();
        assertThat(files).contains(Path.of("pom.xml"));
        assertThat(files.stream().filter(PagesTest::namesPlaceOnAMachine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "root", "home", "Users"})
    void place_on_a_machine_is_told_from_an_address_on_the_network(String folder) {
        String place = "/" + folder + "/someone";
        assertThat("see " + place).containsPattern(PLACE_ON_A_MACHINE);
        assertThat("file://" + place).containsPattern(PLACE_ON_A_MACHINE);
        assertThat("https://example.com" + place).doesNotContainPattern(PLACE_ON_A_MACHINE);
        assertThat("src" + place).doesNotContainPattern(PLACE_ON_A_MACHINE);
    }

    private static String document(Page.Block example) {
        if (example.info().equals("markdown")) {
            return example.text();
        }
        String front = example.text().contains("Mandate") ? LAW : POLICY;
        String before = example.info().equals("rules") ? "" : "```rules\nNo rule: the table is an example.\n```\n\n";
        return front + before + "```" + example.info() + "\n" + example.text() + "```\n";
    }

    /** What the checkers' own tests expect, without the codes that they put before each message. */
    private static List<String> goldenMessages() {
        return MESSAGES.stream()
                .flatMap(folder -> goldenMessages(folder).stream())
                .toList();
    }

    private static List<String> goldenMessages(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".expected.txt"))
                    .map(PagesTest::text)
                    .map(text -> text.replaceAll("(?m)^\\[[a-z-]+] ", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leadsNowhere(Page page, String link) {
        URI uri = URI.create(link);
        if (uri.getScheme() != null) {
            return false;
        }
        Path target = uri.getPath().isEmpty()
                ? page.path()
                : page.path().resolveSibling(uri.getPath()).normalize();
        if (target.equals(page.path())) {
            return !hasAnchor(page, uri);
        }
        if (target.startsWith("..") || target.isAbsolute() || !Files.exists(target)) {
            return true;
        }
        return target.toString().endsWith(".md") && !hasAnchor(Page.read(target), uri);
    }

    private static boolean hasAnchor(Page page, URI uri) {
        return Optional.ofNullable(uri.getFragment()).stream().allMatch(page.anchors()::contains);
    }

    private static List<Path> filesUnderVersionControl() throws IOException, InterruptedException {
        Optional<String> listed = listedByGit();
        assumeTrue(listed.isPresent(), "Git is not at hand, so nothing tells which files are under version control.");
        return Pattern.compile("\0")
                .splitAsStream(listed.orElseThrow())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static Optional<String> listedByGit() throws IOException, InterruptedException {
        Process git;
        try {
            git = new ProcessBuilder("git", "ls-files", "-z")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException thereIsNoGit) {
            return Optional.empty();
        }
        String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? Optional.of(files) : Optional.empty();
    }

    private static boolean namesPlaceOnAMachine(Path file) {
        return PLACE_ON_A_MACHINE.matcher(text(file)).find();
    }

    /** The text, whatever its encoding: what is looked for is ASCII, and a file that is no text is read all the same. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
