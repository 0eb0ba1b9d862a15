package dev.proviso.web.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.proviso.TestSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, in which several people work at once; each has cookies of their own. */
final class Browsers implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final URI address;
    private final Playwright playwright;
    private final Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browsers(URI address, Path program) {
        this.address = address;
        // The browser is the machine's own, so that none is fetched.
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    /** Where there is no Chromium the test is skipped, which fails a whole build ({@code .ci/run} installs one). */
    static Browsers at(URI address) {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "There is no Chromium on this machine.");
        return new Browsers(address, program.orElseThrow());
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(System.getProperty("path.separator", ":"))))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Someone's own window, signed in, in the library. */
    Page signedInAs(String account) {
        Page page = anyone();
        page.navigate(at("/desk"));
        page.fill("[name=j_username]", account);
        page.fill("[name=j_password]", TestSettings.PASSWORD);
        page.click("main button");
        page.waitForURL(at("/desk"));
        return page;
    }

    /** The window of someone who has not signed in. */
    Page anyone() {
        BrowserContext person = chromium.newContext(new Browser.NewContextOptions().setViewportSize(1360, 900));
        Page page = person.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    String at(String path) {
        return address.resolve(path).toString();
    }

    /** What went wrong in any window: scripts that failed, and what the pages' own policy forbade. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Leaves a picture of a page for people to look at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
