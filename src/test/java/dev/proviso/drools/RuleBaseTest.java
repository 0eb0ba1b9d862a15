package dev.proviso.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.reference.InParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A rule may fail; what it leaves behind meets no other question, and does not stay. */
class RuleBaseTest {

    private static final RuleBase RULES = RuleBase.compile(List.of("""
            package dev.proviso.rules
            import java.util.List
            rule "add" when $list : List(this contains "ask") then $list.add("added"); end
            rule "fail" salience -1 when List(this contains "fail") then throw new IllegalStateException("on purpose"); end
            """));

    private static List<String> fire(String... words) {
        List<String> facts = new ArrayList<>(List.of(words));
        RULES.fire(List.of(facts));
        return facts;
    }

    private static void fail() {
        assertThatThrownBy(() -> fire("ask", "fail")).hasRootCauseMessage("on purpose");
    }

    @Test
    void ten_thousand_failures_leave_no_sessions_and_later_questions_are_right() {
        for (int i = 0; i < 10_000; i++) {
            fail();
        }

        assertThat(fire("ask")).containsExactly("ask", "added");
        assertThat(fire("nothing")).containsExactly("nothing");
        assertThat(RULES.sessions()).isLessThanOrEqualTo(2);
    }

    @Test
    void sessions_in_use_elsewhere_go_on_when_one_fails() {
        InParallel.forEach(LongStream.range(0, 400), i -> {
            if (i % 3 == 0) {
                fail();
            } else {
                assertThat(fire("ask")).containsExactly("ask", "added");
            }
        });

        assertThat(RULES.sessions())
                .as("no more than were in use at once")
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 1);
    }
}
