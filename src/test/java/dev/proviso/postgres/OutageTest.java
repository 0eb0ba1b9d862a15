package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    private static RuntimeException failure(SQLException cause) {
        return new IllegalStateException("on top", new RuntimeException("in between", cause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "28000", "53300", "53100", "57P01", "57P03", "25006"})
    void a_database_that_is_away_is_told_by_what_lies_below(String state) {
        assertThat(Outage.isOutage(failure(new SQLException("away", state)))).isTrue();
        assertThat(Outage.isOutage(failure(new SQLException("Sorry, acquisition timeout!"))))
                .isTrue();
    }

    @Test
    void an_outage_at_the_end_of_a_transaction_is_told_by_what_was_suppressed() {
        RuntimeException failure = new IllegalStateException("could not commit");
        failure.addSuppressed(failure(new SQLException("broken", "08006")));

        assertThat(Outage.isOutage(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "P0001", "22021", "57014"})
    void a_defect_is_no_outage(String state) {
        assertThat(Outage.isOutage(failure(new SQLException("wrong", state)))).isFalse();
        assertThat(Outage.isOutage(new IllegalStateException(new CharacterCodingException())))
                .isFalse();
    }
}
