package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.proviso.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Someone who has only a keyboard. Wherever they come it can be seen where they are: what has the focus has an outline or a
 * shadow, and nothing else lies over it.
 */
final class Keyboard {

    /** More stops than there are on any way of the tests. */
    private static final int FAR = 120;

    private static final String FOCUSED = """
            async () => {
              const here = document.activeElement;
              if (!here || here === document.body) return null;
              const marked = one => {
                const style = getComputedStyle(one);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
              };
              const editor = here.closest('.cm-editor');
              const seen = () => marked(here) || (editor !== null && marked(editor));
              // The editor marks itself a moment later.
              for (let i = 0; i < 30 && !seen(); i++) await new Promise(requestAnimationFrame);
              const box = here.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              const tall = box.height > innerHeight || editor;
              const name = here.getAttribute('aria-label') || here.labels?.[0]?.firstChild.textContent || here.title
                  || (here.id === 'main' ? 'main' : here.textContent);
              return {
                name: name.trim().replace(/\\s+/g, ' '),
                marked: seen(),
                free: Boolean(tall || (top && (here.contains(top) || top.contains(here)))),
              };
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** From the form to the library. */
    void signIn(String account) {
        assertThat(name()).isEqualTo("Account");
        type(account);
        press("Tab");
        type(TestSettings.PASSWORD);
        press("Enter");
        page.waitForURL("**/desk");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on, by one key, to what has a name. */
    void tabTo(String name) {
        go("Tab", name::equals, name);
    }

    /** Goes on to the first that has a name like this. */
    void tabToOneLike(String part) {
        go("Tab", name -> name.contains(part), part);
    }

    void backTo(String name) {
        go("Shift+Tab", name::equals, name);
    }

    /** Goes on to a link or a button and follows it. */
    void follow(String name, String there) {
        tabTo(name);
        press("Enter");
        page.waitForURL(there);
    }

    private void go(String key, Predicate<String> wanted, String description) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < FAR; i++) {
            press(key);
            String name = name();
            if (wanted.test(name)) {
                return;
            }
            passed.add(name);
        }
        throw new AssertionError("No way by %s to %s, but to %s".formatted(key, description, passed));
    }

    /** The name of what has the focus, which can be seen to have it; empty where it is the window. */
    String name() {
        if (!(page.evaluate(FOCUSED) instanceof Map<?, ?> focused)) {
            return "";
        }
        assertThat(focused.get("marked"))
                .as("%s: %s is marked", page.url(), focused)
                .isEqualTo(true);
        assertThat(focused.get("free"))
                .as("%s: %s can be seen", page.url(), focused)
                .isEqualTo(true);
        return String.valueOf(focused.get("name"));
    }
}
