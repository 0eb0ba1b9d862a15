package dev.proviso.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service: says where it is and how to ask it, and runs until it is told to stop. */
public final class Service implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        System.out.println(StartupBanner.from(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)));
        Quarkus.waitForExit();
        return 0;
    }
}
