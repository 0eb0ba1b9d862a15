package dev.proviso.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decision;
import dev.proviso.engine.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaseRulesTest {

    private static final BaseRules RULES = new BaseRules(BaseRules.shipped());

    static Stream<Tally.Counts> counts() {
        List<Tally.Counts> all = new ArrayList<>();
        for (Truth excluded : Truth.values()) {
            for (Truth lawForbids : Truth.values()) {
                for (Truth mandated : Truth.values()) {
                    for (Truth forbidden : Truth.values()) {
                        for (Truth permitted : Truth.values()) {
                            all.add(new Tally.Counts(excluded, lawForbids, mandated, forbidden, permitted));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    /** The table of "Rank" in the description of the semantics, line by line. */
    @ParameterizedTest
    @MethodSource("counts")
    void every_tally_has_the_decision_of_the_first_line_that_fits(Tally.Counts counts) {
        assertThat(RULES.rank(counts)).isEqualTo(expected(counts));
    }

    private static Decision expected(Tally.Counts c) {
        if (!c.excluded().isFalse()) {
            return c.excluded().isTrue() ? Decision.NOT_APPLICABLE : Decision.INDETERMINATE;
        }
        if (c.lawForbids().isTrue()) {
            return Decision.DENY;
        }
        if (c.mandated().isTrue()) {
            return c.lawForbids().isFalse() ? Decision.PERMIT : Decision.INDETERMINATE;
        }
        if (c.forbidden().isTrue() || c.permitted().isFalse()) {
            return c.mandated().isUnknown() ? Decision.INDETERMINATE : Decision.DENY;
        }
        if (c.forbidden().isFalse() && c.permitted().isTrue()) {
            return c.lawForbids().isUnknown() ? Decision.INDETERMINATE : Decision.PERMIT;
        }
        return Decision.INDETERMINATE;
    }

    @Test
    void all_243_tallies_are_tried() {
        assertThat(counts()).hasSize(243).doesNotHaveDuplicates();
    }

    @Test
    void every_file_of_the_base_rules_is_listed() throws java.io.IOException {
        try (Stream<java.nio.file.Path> files = java.nio.file.Files.list(java.nio.file.Path.of("rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(BaseRules.shipped().keySet());
        }
    }
}
