package dev.proviso.wiring;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries that tell every step of their start to warnings. */
public final class QuietLoggers {

    /** Kept here, for a logger that nobody refers to forgets its level. */
    private static final List<Logger> CHATTY =
            List.of(Logger.getLogger("io.zonky.test"), Logger.getLogger("org.hibernate"));

    private QuietLoggers() {}

    public static void hush() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
