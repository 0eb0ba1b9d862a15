package dev.proviso.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.bench.Task.Clause;
import dev.proviso.bench.Task.Operation;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A question about a {@link Task}, with all facts stated.
 *
 * @param number tells it from the others: each asks about an instant and a user of its own
 * @param consented whether the user consented to the purpose
 * @param consentedSeparately whether just to this
 * @param destination where the data goes, if it is sent
 * @param daysKept for how long the data has been kept
 */
record TaskQuestion(
        int number,
        Operation operation,
        String purpose,
        String data,
        String source,
        String country,
        int age,
        boolean consented,
        boolean consentedSeparately,
        boolean objected,
        String destination,
        int daysKept) {

    private static final Instant FIRST = Instant.parse("2022-01-01T12:00:00Z");

    static TaskQuestion any(int number, SplittableRandom random) {
        return of(
                number,
                pick(List.of(Operation.values()), random),
                pick(Task.PURPOSES, random),
                pick(Task.DATA, random),
                pick(Task.SOURCES, random),
                random);
    }

    static TaskQuestion about(Clause clause, int number, SplittableRandom random) {
        return of(
                number,
                pick(clause.operations(), random),
                clause.purpose(),
                pick(clause.data(), random),
                pick(clause.sources(), random),
                random);
    }

    private static TaskQuestion of(
            int number, Operation operation, String purpose, String data, String source, SplittableRandom random) {
        int age = random.nextInt(10) == 0 ? random.nextInt(8, Task.MINORS_BELOW) : random.nextInt(20, 80);
        // Who is below the age of consent consents to nothing, so whose consent counts is no matter here.
        boolean consented = age > Task.MINORS_BELOW && random.nextInt(10) < 6;
        return new TaskQuestion(
                number,
                operation,
                purpose,
                data,
                source,
                pick(Task.COUNTRIES, random),
                age,
                consented,
                consented && random.nextBoolean(),
                random.nextInt(10) == 0,
                pick(Task.COUNTRIES, random),
                random.nextBoolean() ? random.nextInt(10, 300) : random.nextInt(500, 1_000));
    }

    Instant at() {
        return FIRST.plusSeconds(number * 60_001L);
    }

    String operationKey() {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** The body of {@code POST /v1/decisions}. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", TaskDocument.POLICY)
                .put("version", "1")
                .put("at", at().toString())
                .put("purpose", purpose)
                .put("operation", operationKey())
                .put("data", data)
                .put("source", source);
        switch (operation) {
            case DISCLOSE ->
                json.putObject("recipient").put("kind", "processor").put("country", TaskDocument.HELD_IN);
            case TRANSFER -> json.put("destination", destination);
            case RETAIN -> json.put("collectedAt", daysBefore(daysKept));
            case USE -> {}
        }
        ObjectNode user = json.putObject("user")
                .put("id", "u-" + number)
                .put("country", country)
                .put("birthDate", birthDate().toString());
        if (consented) {
            ObjectNode consent = user.putArray("consents").addObject();
            consent.put("by", "user")
                    .put("form", consentedSeparately ? "separate" : "explicit")
                    .put("givenAt", daysBefore(40));
            ArrayNode scope = consent.putArray("scope").add(purpose);
            scope.add("disclose").add("transfer");
        }
        if (objected) {
            ObjectNode objection = user.putArray("objections").addObject().put("madeAt", daysBefore(1));
            objection.putArray("scope").add(purpose);
        }
        return json;
    }

    /** As the engine is asked: what {@link #json()} says, and what is read into what it leaves out. */
    Question question() {
        Optional<Key> recipient = Optional.of(operation == Operation.DISCLOSE ? new Key("processor") : Key.SELF);
        return new Question(
                at(),
                new Key(purpose),
                new Key(operationKey()),
                new Key(data),
                Optional.of(new Key(source)),
                recipient,
                operation == Operation.DISCLOSE ? Optional.of(new Place(TaskDocument.HELD_IN)) : Optional.empty(),
                Stated.LEFT_OUT,
                operation == Operation.TRANSFER ? Stated.at(new Place(destination)) : Stated.LEFT_OUT,
                Optional.empty(),
                operation == Operation.RETAIN ? Optional.of(before(daysKept)) : Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                user());
    }

    private User user() {
        Set<Key> scope = Set.of(new Key(purpose), new Key("disclose"), new Key("transfer"));
        Consent.Form form = consentedSeparately ? Consent.Form.SEPARATE : Consent.Form.EXPLICIT;
        List<Consent> consents = consented
                ? List.of(new Consent(Consent.By.USER, form, scope, before(40), Optional.empty()))
                : List.of();
        List<User.Objection> objections = objected
                ? List.of(new User.Objection(false, Set.of(new Key(purpose)), before(1), Optional.empty()))
                : List.of();
        return new User(
                Optional.of(new Place(country)),
                Optional.empty(),
                Optional.of(Birth.on(birthDate(), LocalDate.ofInstant(at(), ZoneOffset.UTC))),
                Optional.of(consents),
                Optional.of(objections),
                Optional.of(List.of()),
                Optional.of(List.of()),
                new TreeMap<>());
    }

    /** Of that age for about half a year, in every zone. */
    private LocalDate birthDate() {
        return LocalDate.ofInstant(at(), ZoneOffset.UTC).minusYears(age).minusDays(180);
    }

    private String daysBefore(int days) {
        return before(days).toString();
    }

    private Instant before(int days) {
        return at().minusSeconds(days * 86_400L);
    }

    private static <T> T pick(Collection<T> from, SplittableRandom random) {
        List<T> list = new ArrayList<>(from);
        if (list.get(0) instanceof Comparable) {
            list.sort(null);
        }
        return list.get(random.nextInt(list.size()));
    }
}
