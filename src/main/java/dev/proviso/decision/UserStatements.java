package dev.proviso.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.engine.Birth;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.ledger.Event;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.library.Vocabularies;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Literal;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import dev.proviso.question.TermReader;
import dev.proviso.question.UserReader;
import dev.proviso.question.UserReader.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads what is to be recorded of a user, in the shapes that a question has for it and in the words of all vocabularies. Each
 * call throws {@link BadJson} with every mistake.
 */
public final class UserStatements {

    static final Set<String> DESCRIPTION =
            Fields.names("country", "countrySince", "timeZone", "birthDate", "attributes");
    static final Set<String> USE = Fields.names("at", "policy");

    /** East of everywhere: a day that has not come here is still no mistake if it has come there. */
    private static final ZoneId EARLIEST_DAY = ZoneOffset.ofHours(14);

    private final Library library;
    private final TermReader words;
    private final Instant now;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** For one text. */
    public UserStatements(Library library, Instant now) {
        this.library = library;
        this.words = new TermReader(Vocabularies.together(library.vocabularies()));
        this.now = now;
    }

    public Event description(byte[] text) {
        return read(text, DESCRIPTION, user -> {
            SortedMap<String, Literal> attributes = new TreeMap<>();
            words.attributes(user, "attributes", Owner.USER)
                    .forEach((name, value) -> value.ifPresent(known -> attributes.put(name, known)));
            return Optional.of(new Event.Described(
                    words.country(user, "country"),
                    UserReader.zone(user),
                    birthDate(user),
                    attributes,
                    countrySince(user)));
        });
    }

    private Optional<Instant> countrySince(Fields user) {
        Optional<Instant> since = user.instant("countrySince");
        if (since.isPresent() && (!user.has("country") || user.isNull("country"))) {
            user.note("countrySince", "State the country in which the user has lived since then.");
        }
        since.filter(time -> time.isAfter(now))
                .ifPresent(time -> user.note(
                        "countrySince", "This lies in the future of " + now + ". Say where the user lives now."));
        return since;
    }

    private Optional<LocalDate> birthDate(Fields user) {
        Optional<LocalDate> date = user.date("birthDate");
        date.ifPresent(born -> UserReader.checked(
                user, () -> Birth.on(born, now.atZone(EARLIEST_DAY).toLocalDate())));
        return date;
    }

    /** A consent or, with {@code withdrawnAt}, its withdrawal. */
    public Event consent(byte[] text) {
        return read(text, UserReader.CONSENT, fields -> {
            if (fields.holds("scope", "*") || isEmptyList(fields, "scope")) {
                fields.note("scope", "A consent names at least one key; \"*\" and an empty list are no consent.");
            }
            return reader().consent(fields).map(Event.Consented::new);
        });
    }

    /** An objection or, with {@code liftedAt}, its end. */
    public Event objection(byte[] text) {
        return read(text, UserReader.OBJECTION, fields -> {
            return reader().objection(fields).map(Event.Objected::new);
        });
    }

    /** A refusal or, with {@code liftedAt}, its end. A bare key is one that has always stood. */
    public Event refusal(byte[] text) {
        JsonNode json = JsonText.value(text);
        if (json.isTextual()) {
            Fields bare = Fields.of(JsonText.named("refusal", json), "", mistakes, Set.of("refusal"));
            return done(reader().refusal(bare, "refusal").map(Event.Refused::new));
        }
        return read(text, UserReader.REFUSAL, fields -> {
            if (isEmptyList(fields, "scope")) {
                fields.note("scope", "A refusal names at least one source.");
            }
            return reader().refusal(fields).map(Event.Refused::new);
        });
    }

    public Event use(byte[] text) {
        return read(text, USE, fields -> {
            fields.require("at");
            Optional<String> policy = policy(fields);
            return fields.instant("at").map(at -> new Event.Used(at, policy));
        });
    }

    public Event acceptance(byte[] text) {
        return read(text, UserReader.ACCEPTANCE, fields -> {
            List.of("policy", "version", "at").forEach(fields::require);
            Optional<String> policy = policy(fields);
            Optional<String> version = policy.flatMap(id -> version(fields, id));
            Optional<Instant> at = fields.instant("at");
            return policy.isEmpty() || version.isEmpty() || at.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Event.Accepted(new Acceptance(policy.get(), version.get(), at.get())));
        });
    }

    private Optional<String> policy(Fields fields) {
        return published(fields, "policy", "There is no such policy.", library.policies());
    }

    private Optional<String> version(Fields fields, String policy) {
        List<String> labels =
                library.versions(policy).stream().map(Edition::label).toList();
        return published(fields, "version", "The policy \"" + policy + "\" has no such version.", labels);
    }

    private static Optional<String> published(Fields fields, String name, String sentence, Collection<String> known) {
        Optional<String> word = fields.text(name);
        word.filter(each -> !known.contains(each))
                .ifPresent(each -> fields.note(name, sentence, () -> Documents.nearest(each, known)));
        return word;
    }

    private static boolean isEmptyList(Fields fields, String name) {
        return fields.has(name) && !fields.isNull(name) && fields.size(name) == 0;
    }

    private UserReader reader() {
        return new UserReader(words, now, Whereabouts.UNKNOWN);
    }

    private Event read(byte[] text, Set<String> known, Function<Fields, Optional<? extends Event>> read) {
        ObjectNode json = JsonText.object(text);
        return done(read.apply(Fields.of(json, "", mistakes, known)));
    }

    private Event done(Optional<? extends Event> event) {
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes.stream().distinct().toList());
        }
        return event.orElseThrow();
    }
}
