package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.StoreAway;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outage is one event, however many records fail in it. */
class RecordTroubleTest {

    private final Throwable away = new StoreAway(new IllegalStateException("no connection"));

    private final Logger logger = Logger.getLogger(RecordTrouble.class.getName());
    private final List<LogRecord> said = new ArrayList<>();
    private final RecordTrouble trouble = new RecordTrouble();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listener);
    }

    private List<String> sentences() {
        return said.stream().map(LogRecord::getMessage).toList();
    }

    @Test
    void an_outage_is_said_when_it_begins_and_when_it_ends_in_one_line_each() {
        trouble.kept();
        for (int i = 0; i < 1_000; i++) {
            trouble.failed(10, away);
        }
        trouble.kept();
        trouble.kept();
        trouble.failed(1, away);

        assertThat(sentences())
                .containsExactly(
                        "Decisions cannot be recorded: java.lang.IllegalStateException: no connection",
                        "Decisions are recorded again; attempts that had failed: 10000",
                        "Decisions cannot be recorded: java.lang.IllegalStateException: no connection");
        assertThat(said).extracting(LogRecord::getThrown).containsOnlyNulls();
    }

    @Test
    void refusals_are_said_with_the_decision_once_in_a_while() {
        UUID decision = UUID.randomUUID();
        for (int i = 0; i < 1_000; i++) {
            trouble.refused(decision, away);
        }

        assertThat(sentences())
                .containsExactly(
                        "The decision " + decision
                                + " could not be recorded, though others were, and is not given; such so far: 1; java.lang.IllegalStateException: no connection");
    }

    @Test
    void what_is_no_outage_is_said_with_where_it_came_from_once() {
        IllegalStateException defect = new IllegalStateException("a defect");
        for (int i = 0; i < 1_000; i++) {
            trouble.failed(1, defect);
        }

        assertThat(said).hasSize(1);
        assertThat(said.get(0).getThrown()).isSameAs(defect);
    }
}
