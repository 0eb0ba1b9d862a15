package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Place;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What callers write does not fill the memory. */
class RememberedTest {

    private static final Rulebook BOOK = SmallRulebook.of("""
            Permit use of any data for news if the user lives in EU and the user is not a minor.
            Forbid use of any data for news if the data is sensitive.""");

    @Test
    void so_much_is_remembered_and_no_more_and_what_is_forgotten_is_found_again() {
        Remembered<Integer, Integer> squares = new Remembered<>();
        for (int i = 0; i < 3 * Remembered.MOST; i++) {
            assertThat(squares.get(this, i, each -> each * each)).isEqualTo(i * i);
        }

        assertThat(squares.size()).isBetween(1L, (long) Remembered.MOST);
        assertThat(squares.get(this, 3, each -> each * each)).isEqualTo(9);
    }

    @Test
    void what_is_remembered_for_one_is_not_taken_for_another() {
        Remembered<String, String> found = new Remembered<>();

        assertThat(found.get("one".toCharArray(), "key", key -> "first")).isEqualTo("first");
        assertThat(found.get("one".toCharArray(), "key", key -> "second")).isEqualTo("second");
    }

    @Test
    void places_that_nobody_has_heard_of_fill_no_rulebook() {
        Instant at = Instant.parse("2022-06-01T12:00:00Z");
        for (int i = 0; i < Remembered.MOST + 2_000; i++) {
            Place place = new Place("QZ-" + Integer.toString(36 * 36 + i, 36).toUpperCase(java.util.Locale.ROOT));
            Question question =
                    SmallRulebook.question(at, User.UNSTATED.but(user -> user.country = Optional.of(place)));
            // All that is looked up when it is decided, without the rules, which would take longer.
            DecisionInputs.of(new DecisionContext(question, BOOK));
        }

        assertThat(BOOK.remembered())
                .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(Remembered.MOST))
                .anySatisfy(size -> assertThat(size).isGreaterThan(Remembered.MOST / 2));
    }
}
