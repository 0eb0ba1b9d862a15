package dev.proviso.web.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.proviso.TestSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, in which several people work at once; each has cookies of their own. */
public final class Browsers implements AutoCloseable {

    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FIREFOX = List.of("firefox-esr", "firefox");

    /** Milliseconds that a test waits for what it expects: long enough for a first answer on a busy machine. */
    private static final double PATIENCE = 30_000;

    /** Where pictures are left. */
    static final Path PICTURES = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final URI address;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Browsers(URI address, Function<Playwright, Browser> start) {
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        // The browser is the machine's own, so that none is fetched.
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = start.apply(playwright);
    }

    /** Chromium. Where there is none the test is skipped, which fails a whole build ({@code .ci/run} installs one). */
    public static Browsers at(URI address) {
        Path program = program("Chromium", CHROMIUM);
        return new Browsers(address, playwright -> playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"))));
    }

    /** Firefox as it is, driven by WebDriver BiDi; skipped likewise where there is none. */
    static Browsers firefoxAt(URI address) {
        Path program = program("Firefox", FIREFOX);
        return new Browsers(address, playwright -> playwright
                .firefox()
                .launch(new BrowserType.LaunchOptions()
                        .setChannel("moz-firefox")
                        .setExecutablePath(program)));
    }

    private static Path program(String browser, List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Path> program = Stream.of(path.split(Pattern.quote(System.getProperty("path.separator", ":"))))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "There is no " + browser + " on this machine.");
        return program.orElseThrow();
    }

    /** Someone's own window, signed in, in the library. */
    public Page signedInAs(String account) {
        Page page = anyone();
        page.navigate(at("/desk"));
        signIn(page, account);
        return page;
    }

    /** Signs in where a page asks for it, on the way to the library. */
    void signIn(Page page, String account) {
        page.fill("[name=j_username]", account);
        page.fill("[name=j_password]", TestSettings.PASSWORD);
        page.click("main button");
        page.waitForURL(at("/desk"));
    }

    /** The window of someone who has not signed in. */
    Page anyone() {
        BrowserContext person = browser.newContext(new Browser.NewContextOptions().setViewportSize(1360, 900));
        Page page = person.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    public String at(String path) {
        return address.resolve(path).toString();
    }

    /** What went wrong in any window: scripts that failed, and what the pages' own policy forbade. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Leaves a picture of a page for people to look at, where {@code -Dscreenshots} says. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
