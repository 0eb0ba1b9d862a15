package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model names tests; there are such tests. */
class SecurityPageTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");

    @Test
    void every_test_that_the_threat_model_names_is_there() throws IOException {
        Set<String> named = NAME.matcher(Files.readString(Path.of("src/site/security.md")))
                .results()
                .map(SecurityPageTest::group)
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).hasSizeGreaterThan(30);
            assertThat(there).containsAll(named);
        }
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }
}
