package dev.proviso.reference;

import dev.proviso.engine.Question;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What all leaves of a question share.
 *
 * @param start when the policy version starts to bind
 * @param laws the law documents in force at the question's instant
 */
record Matter(
        Question question, Policy policy, Instant start, Vocabulary vocabulary, List<Policy> laws, Tables tables) {

    Instant at() {
        return question.at();
    }

    /** Whose days count. */
    ZoneId zone() {
        return question.user().timeZone().orElse(policy.timeZone());
    }

    LocalDate day() {
        return dayOf(at());
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }
}
