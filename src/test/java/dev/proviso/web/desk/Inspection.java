package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What keeps people from using pages: what axe-core finds, and what a narrow window does not show. */
final class Inspection {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** A window of 1280 pixels enlarged four times (WCAG 1.4.10). */
    private static final int NARROW = 320;

    /** Parts of a page that it fetches itself. */
    private static final String STILL_TO_COME = "[hx-trigger=load]";

    /** The innermost element that reaches farthest to the right. */
    private static final String WIDEST = """
            [...document.querySelectorAll("body *")]
                .reduce((widest, one) => one.getBoundingClientRect().right >= widest.getBoundingClientRect().right
                    ? one : widest).outerHTML.slice(0, 300)""";

    /** The rules that ask which colours there are; nothing else of a page differs between light and dark. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private final List<String> found = new ArrayList<>();

    /** Opens pages, which must be there, and looks at each. */
    void of(Browsers browsers, Page page, String... addresses) {
        of(browsers, page, 200, addresses);
    }

    /** Opens pages, which are answered with that status, and looks at each once all of it is there. */
    void of(Browsers browsers, Page page, int status, String... addresses) {
        for (String one : addresses) {
            assertThat(page.navigate(browsers.at(one)).status()).as(one).isEqualTo(status);
            PlaywrightAssertions.assertThat(page.locator(STILL_TO_COME)).hasCount(0);
            of(page);
        }
    }

    /** Looks at a page as it is now, light and dark, with all that can be unfolded. */
    void of(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        add(page, "", new AxeBuilder(page).withTags(RULES));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        add(page, " (dark)", new AxeBuilder(page).withRules(COLOURS));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        narrow(page);
    }

    private void add(Page page, String how, AxeBuilder axe) {
        for (Rule rule : axe.analyze().getViolations()) {
            rule.getNodes()
                    .forEach(node -> found.add("%s%s: %s: %s %s"
                            .formatted(here(page), how, rule.getId(), node.getHtml(), node.getFailureSummary())));
        }
    }

    private void narrow(Page page) {
        var wide = page.viewportSize();
        page.setViewportSize(NARROW, wide.height);
        int width = (int) page.evaluate("document.scrollingElement.scrollWidth");
        if (width > NARROW) {
            found.add("%s: is %d pixels wide in a window of %d, for %s"
                    .formatted(here(page), width, NARROW, page.evaluate(WIDEST)));
        }
        page.setViewportSize(wide.width, wide.height);
    }

    private static String here(Page page) {
        return page.evaluate("location.pathname + location.search").toString();
    }

    /** A sentence for each thing that was found. */
    List<String> found() {
        return List.copyOf(found);
    }
}
