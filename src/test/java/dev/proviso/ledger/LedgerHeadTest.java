package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.ledger.LedgerHead.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerHeadTest {

    private static LedgerHead with(int branch, End end) {
        List<End> ends = new ArrayList<>(Collections.nCopies(LedgerHead.BRANCHES, End.NOTHING));
        ends.set(branch, end);
        return LedgerHead.of(ends);
    }

    @Test
    void what_was_written_down_is_read_again() {
        LedgerHead head = with(3, new End(12, new byte[32]));

        assertThat(head.events()).isEqualTo(12);
        assertThat(head.toString()).startsWith("0-0-0-12-0-");
        assertThat(LedgerHead.read(" " + head + "\n")).contains(head);
    }

    @Test
    void heads_differ_in_the_branch_the_count_and_the_hash() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(List.of(
                        LedgerHead.empty(),
                        with(0, new End(1, new byte[32])),
                        with(1, new End(1, new byte[32])),
                        with(0, new End(2, new byte[32])),
                        with(0, new End(1, other))))
                .extracting(LedgerHead::hash)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-0:ab", "0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0:", "0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-x:00"})
    void what_is_no_head_is_not_read(String text) {
        assertThat(LedgerHead.read(text)).isEmpty();
    }
}
