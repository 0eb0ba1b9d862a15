package dev.proviso.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The website's policy of 2021, as someone writes a version of it. */
public final class WebsiteText {

    /** A sentence of it that rule tests depend on. */
    public static final String RULE = "Permit use of usage and browsing for marketing.advertising.";

    /** What may stand in its place; some of the tests fail then. */
    public static final String NARROWER = "Permit use of usage for marketing.advertising.";

    private WebsiteText() {}

    /** With another label and, as no two versions may start together, a second later. */
    public static String of(String label) {
        try {
            return Files.readString(Path.of("policies", "website-privacy", "2021-11-01.md"))
                    .replace("version: \"2021-11-01\"", "version: \"" + label + "\"")
                    .replace("effective: 2021-11-01T00:00:00+08:00", "effective: 2021-11-01T00:00:01+08:00");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
