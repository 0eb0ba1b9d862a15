package dev.proviso.engine;

import dev.proviso.engine.User.Consent;

/** Whether whoever gave a consent was able to, on the day on which it was given. */
interface Capacity {

    /** Without the other party: a user who is old enough; a guardian of a user who has no voice yet. */
    Evaluation alone(Consent consent);

    /** Without the other party or together with it: a user who has a voice; a guardian of a user who is not old enough. */
    Evaluation jointly(Consent consent);

    /** The same where a guardian is asked for, who counts for every minor: besides the user from the age of consent on. */
    Capacity ofGuardian();

    /** By the ages of the place where the user lived. */
    record ByAge(Ages ages) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            return isUser(consent)
                    ? ages.mayConsent(consent)
                    : ages.hasVoice(consent).not();
        }

        @Override
        public Evaluation jointly(Consent consent) {
            return isUser(consent)
                    ? ages.hasVoice(consent)
                    : ages.mayConsent(consent).not();
        }

        @Override
        public Capacity ofGuardian() {
            return new OfGuardian(ages, this);
        }
    }

    /** The same of a user; of a guardian, for every minor. */
    record OfGuardian(Ages ages, Capacity ofUser) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            return isUser(consent) ? ofUser.alone(consent) : ages.mayBeSpokenFor(consent);
        }

        @Override
        public Evaluation jointly(Consent consent) {
            return isUser(consent) ? ofUser.jointly(consent) : ages.hasGuardian(consent);
        }

        @Override
        public Capacity ofGuardian() {
            return this;
        }
    }

    private static boolean isUser(Consent consent) {
        return consent.by() == Consent.By.USER;
    }
}
