package dev.proviso.postgres;

import dev.proviso.record.DecisionLog;
import dev.proviso.record.RecordWriterContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@QuarkusTest
@Tag("system")
class PostgresRecordWriterTest extends RecordWriterContract {

    @Inject
    PostgresDecisionLog log;

    @Inject
    Owner owner;

    @Override
    protected DecisionLog emptyLog() {
        try {
            owner.execute("truncate decision_record");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return log;
    }
}
