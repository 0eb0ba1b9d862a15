package dev.proviso;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps Drools from writing a debug message for every step. Outside a running service nothing else sets its level, and the
 * messages cost more than the deciding.
 */
public final class QuietRuleEngine implements LauncherSessionListener {

    /** Held, because the log manager forgets a level with its logger. */
    private static final Logger DROOLS = Logger.getLogger("org.drools");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        apply();
    }

    public static void apply() {
        DROOLS.setLevel(Level.SEVERE);
    }
}
