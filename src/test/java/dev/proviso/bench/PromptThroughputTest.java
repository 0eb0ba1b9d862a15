package dev.proviso.bench;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

@Tag("bench")
@QuarkusTest
@Tag("system")
@TestProfile(PromptThroughputTest.Prompt.class)
class PromptThroughputTest extends Throughput {

    /** The service in the mode {@code prompt}. */
    public static final class Prompt extends InMode {
        public Prompt() {
            super("prompt");
        }
    }

    @Override
    String mode() {
        return "prompt";
    }
}
