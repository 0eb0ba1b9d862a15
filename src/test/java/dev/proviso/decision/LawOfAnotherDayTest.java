package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawOfAnotherDayTest {

    private final SlowCompiler compiler = new SlowCompiler().letGo();

    private static List<String> laws(PolicyDecisionPoint asking, String day) {
        DecisionRequest request = DecisionRequest.read(
                Small.bytes(
                        "{\"policy\": \"shop\", \"version\": \"in-force\", \"purpose\": \"service\", \"data\": \"email\","
                                + " \"at\": \"" + day + "T00:00:00Z\"}"),
                Instant.EPOCH);
        return asking.ask(request.ask(), request::questions).join().laws();
    }

    @Test
    void the_law_of_each_day_is_chosen_without_compiling_anew() {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        PolicyDecisionPoint asking =
                new PolicyDecisionPoint(Small.library(), compiler, workers, Duration.ofSeconds(30), "1");

        List<List<String>> laws = Stream.of("2020-02-01", "2020-06-01", "2020-06-02", "2021-06-01", "2021-12-31")
                .map(day -> laws(asking, day))
                .toList();
        workers.shutdown();

        assertThat(laws)
                .containsExactly(List.of(), List.of("law@1"), List.of("law@1"), List.of("law@2"), List.of("law@2"));
        assertThat(compiler.laws).hasValue(1);
        assertThat(compiler.policies).hasValue(1);
    }
}
