package dev.proviso;

import dev.proviso.cli.Proviso;
import dev.proviso.drools.DroolsRuleCompiler;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program starts: without arguments as a service, with arguments as a command. */
@QuarkusMain
public final class Main {

    /** Kept here, for a logger that nobody refers to forgets its level. */
    private static final List<Logger> CHATTY =
            List.of(Logger.getLogger("io.zonky.test"), Logger.getLogger("org.hibernate"));

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(command(arguments));
        }
        hush();
        System.setProperty("proviso.serving", "true");
        Quarkus.run(Service.class, arguments);
    }

    static void hush() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Commands need neither a database nor a port, and so no Quarkus; but for those about the store. */
    private static int command(String... arguments) {
        return Proviso.command(new Proviso.Surroundings(
                        Version.current(),
                        DroolsRuleCompiler::new,
                        () -> PolicyFiles.read(Optional.empty()),
                        new StoreCommands(),
                        Clock.systemUTC()))
                .execute(arguments);
    }
}
