package dev.proviso;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program starts: without arguments as a service, with arguments as a command. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty("proviso.serving", "true");
        Quarkus.run(Service.class, arguments);
    }
}
