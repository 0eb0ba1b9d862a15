package dev.proviso.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerLoadTest {

    private static final int REQUESTS = 40;
    private static final int BYTES = 100;

    private final CallerLoad load = new CallerLoad(REQUESTS, BYTES, 2 * BYTES);

    private AdmittedRequest begin(String caller) {
        return load.begin(caller).orElseThrow();
    }

    @Test
    void a_caller_may_have_so_many_requests_under_way_and_no_more() {
        List<AdmittedRequest> visits = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            visits.add(begin("shop"));
        }

        assertThat(load.begin("shop")).isEmpty();
        begin("newsletter");
        load.end(visits.get(0));
        begin("shop");
        assertThat(load.begin("shop")).isEmpty();
    }

    @Test
    void of_one_who_has_nothing_under_way_nothing_is_kept() {
        for (int i = 0; i < 100_000; i++) {
            AdmittedRequest visit = begin("caller " + i);
            load.hold(visit, BYTES);
            load.carryMany(visit);
            load.takeThread(visit);
            load.end(visit);
            load.giveThreadBack(visit);
        }

        assertThat(load.callers()).isZero();
    }

    @Test
    void bodies_of_one_and_of_all_are_held_up_to_a_size() {
        AdmittedRequest first = begin("a");
        assertThat(load.hold(first, BYTES)).isTrue();
        assertThat(load.hold(first, 1)).isFalse();
        assertThat(load.hold(begin("a"), 1))
                .as("another request of the same caller")
                .isFalse();
        assertThat(load.hold(begin("b"), BYTES)).isTrue();
        assertThat(load.hold(begin("c"), 1)).as("all together").isFalse();

        load.end(first);

        assertThat(load.hold(begin("a"), BYTES)).isTrue();
    }

    @Test
    void a_caller_may_have_so_many_batches_and_streams_and_no_more() {
        AdmittedRequest first = begin("a");
        assertThat(load.carryMany(first)).isTrue();
        for (int i = 1; i < CallerLoad.MOST_MANY; i++) {
            assertThat(load.carryMany(begin("a"))).isTrue();
        }

        assertThat(load.carryMany(begin("a"))).isFalse();
        assertThat(load.carryMany(begin("b"))).isTrue();
        load.end(first);
        assertThat(load.carryMany(begin("a"))).isTrue();
    }

    @Test
    void one_who_has_threads_enough_waits_for_one_of_its_own() {
        List<AdmittedRequest> working = new ArrayList<>();
        for (int i = 0; i < CallerLoad.MOST_THREADS; i++) {
            AdmittedRequest visit = begin("a");
            assertThat(load.takeThread(visit)).isTrue();
            working.add(visit);
        }
        AdmittedRequest next = begin("a");
        AdmittedRequest gone = begin("a");
        AdmittedRequest last = begin("a");

        assertThat(load.takeThread(next)).isFalse();
        assertThat(load.takeThread(gone)).isFalse();
        assertThat(load.takeThread(last)).isFalse();
        assertThat(load.takeThread(begin("b"))).as("another caller").isTrue();
        load.end(gone);
        assertThat(load.giveThreadBack(gone)).as("it had no thread to give").isEmpty();

        assertThat(load.giveThreadBack(working.get(0))).isEqualTo(Optional.of(next));
        assertThat(load.giveThreadBack(working.get(0)))
                .as("it has given it back")
                .isEmpty();
        assertThat(load.giveThreadBack(working.get(1))).isEqualTo(Optional.of(last));
        assertThat(load.giveThreadBack(working.get(2))).isEmpty();
        assertThat(load.takeThread(begin("a"))).isTrue();
    }

    @Test
    void whoever_leaves_again_and_again_has_no_more_threads_than_before() {
        List<AdmittedRequest> left = new ArrayList<>();
        for (int i = 0; i < 3 * CallerLoad.MOST_THREADS; i++) {
            AdmittedRequest visit = begin("a");
            if (load.takeThread(visit)) {
                left.add(visit);
            }
            load.end(visit);
        }
        assertThat(left).hasSize(CallerLoad.MOST_THREADS);
        assertThat(load.takeThread(begin("a"))).isFalse();

        left.forEach(load::giveThreadBack);

        assertThat(load.takeThread(begin("a"))).isTrue();
    }
}
