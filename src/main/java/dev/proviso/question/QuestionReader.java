package dev.proviso.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.User;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a question in the words of a version's vocabulary. */
public final class QuestionReader {

    /** The fields of a question. */
    public static final Set<String> FIELDS = Fields.names(
            "policy",
            "version",
            "at",
            "trial",
            "purpose",
            "operation",
            "data",
            "source",
            "recipient",
            "origin",
            "destination",
            "safeguards",
            "collectedAt",
            "collectedFor",
            "circumstances",
            "attributes",
            "dataAttributes",
            "user");

    public static final Set<String> RECIPIENT = Fields.names("kind", "country");

    private static final int MOST_PARTS = 100;

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Fields fields;
    private final TermReader words;
    private final Instant at;
    private final UserReader.Whereabouts known;

    private QuestionReader(ObjectNode json, Instant at, Vocabulary vocabulary, UserReader.Whereabouts known) {
        this.fields = Fields.of(json, "", mistakes, FIELDS);
        this.words = new TermReader(vocabulary);
        this.at = at;
        this.known = known;
    }

    /**
     * The questions that an object asks, one for each key of its data.
     *
     * @param at the instant that is asked about
     * @param known where its user is, as far as that is known from elsewhere: it says on which day an age is stated
     * @throws BadJson with every mistake, unknown words among them
     */
    public static List<Question> read(
            ObjectNode json, Instant at, Vocabulary vocabulary, UserReader.Whereabouts known) {
        return new QuestionReader(json, at, vocabulary, known).read();
    }

    private List<Question> read() {
        List.of("operation", "user").forEach(fields::refuseNull);
        Optional<Key> purpose = words.key(fields, "purpose", Section.PURPOSES);
        Optional<Key> operation = operation();
        List<Key> data = data();
        Optional<Key> source = words.key(fields, "source", Section.SOURCES);
        Recipient recipient = recipient();
        Stated origin = stated("origin");
        Stated destination = destination(recipient);
        Optional<Set<Key>> safeguards = words.keys(fields, "safeguards", Section.SAFEGUARDS);
        Optional<Instant> collectedAt = fields.instant("collectedAt");
        Optional<Set<Key>> collectedFor = words.keys(fields, "collectedFor", Section.PURPOSES);
        var circumstances = words.circumstances(fields, "circumstances");
        var attributes = words.attributes(fields, "attributes", Owner.REQUEST);
        var dataAttributes = words.attributes(fields, "dataAttributes", Owner.DATA);
        User user = user();
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return data.stream()
                .map(key -> new Question(
                        at,
                        purpose.orElseThrow(),
                        operation.orElseThrow(),
                        key,
                        source,
                        recipient.kind(),
                        recipient.country(),
                        origin,
                        destination,
                        safeguards,
                        collectedAt,
                        collectedFor,
                        circumstances,
                        attributes,
                        dataAttributes,
                        user))
                .toList();
    }

    private Optional<Key> operation() {
        return fields.has("operation")
                ? words.key(fields, "operation", Section.OPERATIONS)
                : words.word(fields, "operation", Key.USE.value(), EnumSet.of(Section.OPERATIONS));
    }

    private List<Key> data() {
        if (fields.isText("data")) {
            return words.key(fields, "data", Section.DATA).stream().toList();
        }
        int asked = fields.size("data");
        if (asked == 0 || asked > MOST_PARTS) {
            fields.note("data", "Data is one key, or a list of 1 to " + MOST_PARTS + " keys.");
            return List.of();
        }
        return fields.list("data", MOST_PARTS, (one, element) -> words.key(one, element, Section.DATA))
                .orElse(List.of());
    }

    private record Recipient(Optional<Key> kind, Optional<Place> country, boolean somewhere) {}

    /** Left out, it is the controller itself; null, it is unknown. */
    private Recipient recipient() {
        Optional<Key> self = Optional.of(Key.SELF);
        if (fields.isText("recipient")) {
            return new Recipient(words.key(fields, "recipient", Section.RECIPIENTS), Optional.empty(), false);
        }
        Recipient leftOut =
                new Recipient(fields.isNull("recipient") ? Optional.empty() : self, Optional.empty(), false);
        return fields.object("recipient", RECIPIENT)
                .map(recipient -> new Recipient(
                        recipient.has("kind") ? words.key(recipient, "kind", Section.RECIPIENTS) : self,
                        words.country(recipient, "country"),
                        recipient.isNull("country")))
                .orElse(leftOut);
    }

    /** Left out, the recipient's country stands for it, and a recipient in an unknown country makes it unknown. */
    private Stated destination(Recipient recipient) {
        Stated destination = stated("destination");
        return recipient.somewhere() && !destination.stated() ? Stated.UNKNOWN : destination;
    }

    private Stated stated(String name) {
        return fields.isNull(name)
                ? Stated.UNKNOWN
                : words.country(fields, name).map(Stated::at).orElse(Stated.LEFT_OUT);
    }

    private User user() {
        UserReader reader = new UserReader(words, at, known);
        return fields.object("user", UserReader.FIELDS).map(reader::read).orElse(User.UNSTATED);
    }
}
