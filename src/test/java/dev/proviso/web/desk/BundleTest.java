package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bundle holds what its entry leads to and nothing else: a style that it does not name is left out without a word. */
class BundleTest {

    private static final Path WEB = Path.of("src/main/resources/web");

    @Test
    void every_style_and_script_is_named_by_another_of_its_bundle() throws IOException {
        for (String bundle : List.of("app", "editor")) {
            List<Path> files = files(WEB.resolve(bundle));
            assertThat(files).hasSizeGreaterThan(5);
            String text = read(files);

            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.equals("index.js")) {
                    assertThat(text).as(bundle).contains("\"./" + name + "\"");
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static String read(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }
}
