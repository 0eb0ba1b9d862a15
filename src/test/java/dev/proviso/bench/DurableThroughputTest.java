package dev.proviso.bench;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

@Tag("bench")
@QuarkusTest
@Tag("system")
@TestProfile(DurableThroughputTest.Durable.class)
class DurableThroughputTest extends Throughput {

    /** The service in the mode {@code durable}. */
    public static final class Durable extends InMode {
        public Durable() {
            super("durable");
        }
    }

    @Override
    String mode() {
        return "durable";
    }
}
