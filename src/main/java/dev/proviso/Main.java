package dev.proviso;

import dev.proviso.cli.Proviso;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.wiring.PolicyFiles;
import dev.proviso.wiring.ProgramVersion;
import dev.proviso.wiring.QuietLoggers;
import dev.proviso.wiring.Service;
import dev.proviso.wiring.StoreCommands;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.util.Optional;

/** Where the program starts: without arguments as a service, with arguments as a command. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(command(arguments));
        }
        QuietLoggers.hush();
        System.setProperty("proviso.serving", "true");
        Quarkus.run(Service.class, arguments);
    }

    /** Commands need neither a database nor a port, and so no Quarkus; but for those about the store. */
    private static int command(String... arguments) {
        return Proviso.command(new Proviso.Surroundings(
                        ProgramVersion.current(),
                        DroolsRuleCompiler::new,
                        () -> PolicyFiles.read(Optional.empty()),
                        new StoreCommands(),
                        Clock.systemUTC()))
                .execute(arguments);
    }
}
