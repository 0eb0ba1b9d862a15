package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whether whoever gave a consent was able to, on the day on which it was given. */
interface Capacity {

    /** Without the other party: a user who is old enough; a guardian of a minor, unless the law asks for both. */
    Evaluation alone(Consent consent);

    /** Without the other party or together with it: a user who has a voice; a guardian of a minor. */
    Evaluation jointly(Consent consent);

    /** As far as it reaches where the user objected: whoever may consent alone is overruled by nobody. */
    Capacity overObjection();

    /** By the ages of the place where the user lives. */
    record ByAge(Ages ages, ZoneId zone) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            LocalDate day = day(consent);
            return isUser(consent) ? ages.mayConsent(day) : ages.mayBeSpokenFor(day);
        }

        @Override
        public Evaluation jointly(Consent consent) {
            LocalDate day = day(consent);
            return isUser(consent) ? ages.hasVoice(day) : ages.hasGuardian(day);
        }

        @Override
        public Capacity overObjection() {
            return new OverObjection(this);
        }

        private LocalDate day(Consent consent) {
            return consent.givenAt().atZone(zone).toLocalDate();
        }
    }

    /** The same of a user; of a guardian, only for whoever may not consent alone. */
    record OverObjection(ByAge byAge) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            return isUser(consent)
                    ? byAge.alone(consent)
                    : byAge.ages().hasVoice(byAge.day(consent)).not();
        }

        @Override
        public Evaluation jointly(Consent consent) {
            return isUser(consent)
                    ? byAge.jointly(consent)
                    : byAge.ages().mayConsent(byAge.day(consent)).not();
        }

        @Override
        public Capacity overObjection() {
            return this;
        }
    }

    private static boolean isUser(Consent consent) {
        return consent.by() == Consent.By.USER;
    }
}
