package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the benchmark names the options that the command has. */
class BenchmarkPageTest {

    private static final Pattern OPTION = Pattern.compile("--[a-z]+");
    private static final Path PAGE = Path.of("src", "site", "benchmarks.md");

    @Test
    void the_page_names_every_option_and_no_other() throws Exception {
        Process help = new ProcessBuilder("python3", "src/bench/run", "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).as(said).isZero();
        Set<String> there = options(said);
        there.remove("--help");
        assertThat(options(Files.readString(PAGE))).isEqualTo(there);
    }

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        for (Matcher found = OPTION.matcher(text); found.find(); ) {
            options.add(found.group());
        }
        return options;
    }
}
