package dev.proviso.reference;

import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a question says of a user when each consent, objection and refusal is stated twice, with its end and without. */
final class Restated {

    private Restated() {}

    /** Consents open and withdrawn at an instant; objections and refusals that were lifted, lifted and standing. */
    static User twice(User user, Instant end, boolean endsFirst) {
        User open = user(user, consents(user, Optional.empty(), end), objections(user, true), refusals(user, true));
        User ended = user(user, consents(user, Optional.of(end), end), objections(user, false), refusals(user, false));
        User first = endsFirst ? ended : open;
        User second = endsFirst ? open : ended;
        return user(
                user,
                both(first.consents(), second.consents()),
                both(first.objections(), second.objections()),
                both(first.refusals(), second.refusals()));
    }

    /** The same with each of them once, as it permits less. */
    static User withdrawnAndStanding(User user, Instant end) {
        return user(user, consents(user, Optional.of(end), end), objections(user, true), refusals(user, true));
    }

    private static <T> Optional<List<T>> both(Optional<List<T>> some, Optional<List<T>> others) {
        return some.map(list -> {
            List<T> both = new ArrayList<>(list);
            both.addAll(others.orElse(Collections.emptyList()));
            return both;
        });
    }

    private static Optional<List<Consent>> consents(User user, Optional<Instant> withdrawn, Instant end) {
        return user.consents().map(list -> list.stream()
                .filter(consent -> consent.withdrawnAt().isEmpty())
                .filter(consent -> !consent.givenAt().isAfter(end))
                .map(consent -> new Consent(
                        consent.by(), consent.form(), consent.scope(), consent.givenAt(), withdrawn, consent.givenIn()))
                .toList());
    }

    private static Optional<List<Objection>> objections(User user, boolean standing) {
        return user.objections().map(list -> list.stream()
                .map(objection -> standing
                        ? new Objection(objection.everything(), objection.scope(), objection.madeAt(), Optional.empty())
                        : objection)
                .toList());
    }

    private static Optional<List<Refusal>> refusals(User user, boolean standing) {
        return user.refusals().map(list -> list.stream()
                .map(refusal -> standing ? new Refusal(refusal.scope(), refusal.madeAt(), Optional.empty()) : refusal)
                .toList());
    }

    private static User user(
            User user,
            Optional<List<Consent>> consents,
            Optional<List<Objection>> objections,
            Optional<List<Refusal>> refusals) {
        return new User(
                user.country(),
                user.timeZone(),
                user.birth(),
                consents,
                objections,
                refusals,
                user.uses(),
                user.attributes(),
                user.acceptances());
    }
}
