package dev.proviso;

import dev.proviso.cli.Proviso;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.publication.Verification;
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
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        System.setProperty("proviso.serving", "true");
        Quarkus.run(Service.class, arguments);
    }

    /** Commands need neither a database nor a port, and so no Quarkus; but for those about the store. */
    private static int command(String... arguments) {
        return Proviso.command(new Proviso.Surroundings(
                        Version.current(),
                        DroolsRuleCompiler::new,
                        () -> PolicyFiles.read(Optional.empty()),
                        Main::verification,
                        Clock.systemUTC()))
                .execute(arguments);
    }

    private static Optional<Verification> verification() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        return Verifying.run();
    }
}
