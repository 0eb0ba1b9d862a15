package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whether whoever gave a consent was able to, on the day on which it was given. */
interface Capacity {

    /** Without the other party: a user who is old enough; a guardian of a user who has no voice yet. */
    Evaluation alone(Consent consent);

    /** Without the other party or together with it: a user who has a voice; a guardian of a user who is not old enough. */
    Evaluation jointly(Consent consent);

    /** By the ages of the place where the user lives. */
    record ByAge(Ages ages, ZoneId zone) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            LocalDate day = day(consent);
            return isUser(consent) ? ages.mayConsent(day) : ages.hasVoice(day).not();
        }

        @Override
        public Evaluation jointly(Consent consent) {
            LocalDate day = day(consent);
            return isUser(consent) ? ages.hasVoice(day) : ages.mayConsent(day).not();
        }

        private static boolean isUser(Consent consent) {
            return consent.by() == Consent.By.USER;
        }

        private LocalDate day(Consent consent) {
            return consent.givenAt().atZone(zone).toLocalDate();
        }
    }
}
