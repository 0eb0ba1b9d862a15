package dev.proviso.ledger;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event.Described;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One event of each kind. */
public final class Events {

    public static final Instant GIVEN = Instant.parse("2016-01-15T00:00:00.123456789Z");
    public static final Instant WITHDRAWN = Instant.parse("2016-03-01T00:00:00Z");
    private static final Set<Key> EMAIL = Set.of(new Key("marketing.messages.email"), new Key("contact.email"));

    public static final Event DESCRIBED = new Described(
            Optional.of(new Place("GB-SCT")),
            Optional.of(ZoneId.of("Europe/London")),
            Optional.of(LocalDate.of(1986, 3, 1)),
            new TreeMap<>(Map.of(
                    "citizenship", new Literal.In(new Place("CN")),
                    "name", new Literal.Text("李 \"x\"\n𝄞"),
                    "member", new Literal.Bool(true),
                    "since", new Literal.Date(LocalDate.of(2015, 2, 3)),
                    "points", Literal.Number.of(12000))));

    private Events() {}

    public static Event given() {
        return consent(Optional.empty());
    }

    public static Event withdrawn() {
        return consent(Optional.of(WITHDRAWN));
    }

    public static Event consent(Optional<Instant> withdrawnAt) {
        return new Event.Consented(new Consent(Consent.By.USER, Consent.Form.EXPLICIT, EMAIL, GIVEN, withdrawnAt));
    }

    public static Event objection(Optional<Instant> liftedAt) {
        return new Event.Objected(new Objection(true, Set.of(new Key("marketing")), GIVEN, liftedAt));
    }

    public static Event refusal(Optional<Instant> madeAt, Optional<Instant> liftedAt) {
        return new Event.Refused(new Refusal(Set.of(new Key("cookie")), madeAt, liftedAt));
    }

    public static Event used(String at) {
        return new Event.Used(Instant.parse(at), Optional.empty());
    }

    static List<Event> ofEveryKind() {
        return List.of(
                DESCRIBED,
                Described.NOTHING,
                given(),
                withdrawn(),
                objection(Optional.empty()),
                objection(Optional.of(WITHDRAWN)),
                refusal(Optional.empty(), Optional.empty()),
                refusal(Optional.of(GIVEN), Optional.of(WITHDRAWN)),
                used("2016-01-15T00:00:00Z"),
                new Event.Consented(((Event.Consented) given()).consent().in(Optional.of(new Place("GB-SCT")))),
                new Described(
                        Optional.of(new Place("CN")),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(),
                        Optional.of(GIVEN)),
                new Event.Used(GIVEN, Optional.of("website-privacy")),
                new Event.Accepted(new Acceptance("website-privacy", "2021-11-01", GIVEN)));
    }
}
