package dev.proviso.engine;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What a question says of a user, in the making; it starts as another one. */
final class UserBuilder {

    Optional<Place> country;
    Optional<ZoneId> timeZone;
    Optional<Birth> birth;
    Optional<List<Consent>> consents;
    Optional<List<Objection>> objections;
    Optional<List<Refusal>> refusals;
    Optional<List<Instant>> uses;
    SortedMap<String, Optional<Literal>> attributes;
    List<Acceptance> acceptances;

    UserBuilder(User user) {
        country = user.country();
        timeZone = user.timeZone();
        birth = user.birth();
        consents = user.consents();
        objections = user.objections();
        refusals = user.refusals();
        uses = user.uses();
        attributes = user.attributes();
        acceptances = user.acceptances();
    }

    User user() {
        return new User(country, timeZone, birth, consents, objections, refusals, uses, attributes, acceptances);
    }
}
