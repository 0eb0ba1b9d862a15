package dev.proviso.postgres;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a partition for each of the months to come, and drops those that are past the retention setting. */
@ApplicationScoped
public class DecisionMonths {

    private static final int AHEAD = 3;

    private final DataSource database;
    private final Clock clock;
    private final Optional<Period> retention;

    DecisionMonths(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "proviso.records.retention") Optional<Period> retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        try (Connection connection = database.getConnection()) {
            PostgresDecisionLog.create(connection, today, today.plusMonths(AHEAD));
            if (retention.isPresent()) {
                List<String> dropped = dropBefore(connection, today.minus(retention.get()));
                dropped.forEach(month -> Log.infof("Dropped %s, which is past the retention setting", month));
            }
        } catch (SQLException e) {
            Log.error("The partitions of the decisions could not be kept", e);
        }
    }

    /** Drops the months that ended before a day. */
    static List<String> dropBefore(Connection connection, LocalDate day) throws SQLException {
        List<String> dropped = new ArrayList<>();
        try (PreparedStatement drop = connection.prepareStatement("select drop_decision_months(?)")) {
            drop.setObject(1, day);
            try (ResultSet months = drop.executeQuery()) {
                while (months.next()) {
                    dropped.add(months.getString(1));
                }
            }
        }
        return dropped;
    }
}
