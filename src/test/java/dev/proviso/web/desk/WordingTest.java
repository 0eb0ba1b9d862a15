package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lawyers read on pages is in their words: no phrase that nobody but its author understood, and no word of the interface. */
class WordingTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path PAGES = MAIN.resolve("java/dev/proviso/web");
    private static final Path TEMPLATES = MAIN.resolve("resources/templates");
    private static final Path SCRIPTS = MAIN.resolve("resources/web");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<>{}]*\\p{L}[^<>{}]*)<");

    /** A name in quotes, in a literal. */
    private static final Pattern QUOTED = Pattern.compile("\\\\\"([a-zA-Z]+)\\\\\"");

    private static final Pattern PROPERTY = Pattern.compile("(?m)^ {6,}([a-zA-Z]+):(?: |$)");

    /** All that pages can say: the messages, what templates say by themselves, and the scripts. */
    private static String said() {
        String messages = files(PAGES, "Messages.java").stream()
                .flatMap(file -> literals(file))
                .collect(Collectors.joining("\n"));
        String templates = files(TEMPLATES, ".html").stream()
                .flatMap(file -> BETWEEN_TAGS.matcher(read(file)).results().map(found -> found.group(1)))
                .collect(Collectors.joining("\n"));
        String scripts =
                files(SCRIPTS, ".js").stream().flatMap(WordingTest::literals).collect(Collectors.joining("\n"));
        return messages + "\n" + templates + "\n" + scripts;
    }

    private static Stream<String> literals(Path file) {
        return LITERAL.matcher(read(file))
                .results()
                .map(literal -> literal.group(1))
                .filter(text -> !text.startsWith("./"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On their way",
                "on its way",
                "its author",
                "It is to start on",
                "letter by letter",
                "Go on to submission",
                "What happened",
                "What is wrong with it",
                "doubt",
                "as tables",
                "clause by clause",
                "began it",
                "changed it",
                "remark",
                "settled",
                "judge",
                "otherwise decided",
                "answered otherwise",
                "decided otherwise",
                "says of itself",
                "What it means",
                "rule tests reach",
                "Decides nothing",
                "May this purpose",
                "not said",
                "becomes known",
                "can be passed on",
                "The form cannot say",
                "belong together",
                "which is not in force. Its start",
                "Follow the revisions",
                "put right",
                "is not so",
                "What is so",
                "looked at",
                "for good",
                "after all",
                "Take it up",
                "Take out"
            })
    void no_page_has_a_phrase_that_lawyers_did_not_understand(String phrase) {
        assertThat(said().lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT))))
                .isEmpty();
    }

    @Test
    void no_sentence_for_people_names_a_field_of_the_interface() {
        Set<String> fields = PROPERTY.matcher(read(MAIN.resolve("resources/META-INF/openapi.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).contains("acknowledged", "announcedAt", "comment");

        List<String> named = Stream.of("web", "publication")
                .flatMap(folder -> files(MAIN.resolve("java/dev/proviso/" + folder), ".java").stream())
                .flatMap(file -> LITERAL.matcher(read(file))
                        .results()
                        .filter(WordingTest::isForPeople)
                        .flatMap(literal -> QUOTED.matcher(literal.group(1)).results())
                        .filter(name -> fields.contains(name.group(1)))
                        .map(name -> file.getFileName() + ": " + name.group(1)))
                .toList();

        assertThat(named).isEmpty();
    }

    /** What helps programs alone is put behind a sentence, and begins with a blank. */
    private static boolean isForPeople(MatchResult literal) {
        return !literal.group(1).startsWith(" ");
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
