package dev.proviso.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.HostileTexts;
import dev.proviso.document.HostileTexts.Hostile;
import dev.proviso.document.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderedTextsTest {

    private final RenderedTexts texts = new RenderedTexts();

    static Stream<Hostile> hostile() {
        return HostileTexts.all().stream();
    }

    @Test
    void a_text_is_rendered_once() {
        String once = texts.html(new Source("a", "*a*"));

        assertThat(texts.html(new Source("b", "*a*"))).isSameAs(once).isEqualTo("<p><em>a</em></p>\n");
        assertThat(texts.html(new Source("a", "*b*"))).isEqualTo("<p><em>b</em></p>\n");
    }

    @Test
    void a_passage_has_no_front_matter_and_hides_nothing() {
        String text = "---\nWe sell it.\n---\n";

        assertThat(texts.html(new Source("a", text))).isEmpty();
        assertThat(texts.htmlOfPassage(new Source("a", text))).contains("We sell it.");
    }

    @Test
    void what_is_kept_has_an_end() {
        for (int i = 0; i < 40; i++) {
            texts.html(new Source("a", i + "a".repeat(1024 * 1024)));
        }
        assertThat(texts.taken()).isPositive().isLessThanOrEqualTo(RenderedTexts.ROOM);
    }

    /** What was published before there were limits is shown all the same. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_text_beyond_the_limits_is_shown_as_it_is_written(Hostile hostile) {
        String text = hostile.full();
        String html = texts.html(new Source("a", text));

        assertThat(html.startsWith("<pre>") && !html.startsWith("<pre><code")).isEqualTo(hostile.limited());
        assertThat(texts.html(new Source("a", text))).isSameAs(html);
    }
}
