package dev.proviso.wiring;

import dev.proviso.embedded.StartRefused;
import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Refuses a database that a later version of this program has written: what that one changed is unknown here. */
@Unremovable
@Singleton
public final class SchemaVersion implements FlywayConfigurationCustomizer {

    /** Called once all else is configured, and before the schema is brought up to date. */
    @Override
    public void customize(FluentConfiguration configuration) {
        MigrationInfo[] migrations = configuration.load().info().all();
        latest(migrations, true).ifPresent(later -> {
            throw new StartRefused("The database has the schema " + later
                    + " of a later version of Proviso, and this version knows those up to "
                    + latest(migrations, false).map(MigrationVersion::toString).orElse("none")
                    + ". Start that later version, or restore a backup of before it was first started.");
        });
    }

    private static Optional<MigrationVersion> latest(MigrationInfo[] migrations, boolean unknown) {
        return Arrays.stream(migrations)
                .filter(one -> isUnknown(one.getState()) == unknown)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }

    private static boolean isUnknown(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
