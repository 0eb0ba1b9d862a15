package dev.proviso.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A policy like that of a website, made up with a seed, of so many clauses, and what it answers, found out without the engine:
 * seven in eight clauses permit, one forbids (minors, objection, transfer, retention, disclosure in turn). The more clauses, the
 * less each of them is about, as in a long policy; so a question meets a few of them, however many there are.
 */
final class Task {

    static final List<String> PURPOSES = List.of(
            "service.registration",
            "service.requested",
            "service.improvement",
            "order.processing",
            "personalisation",
            "marketing.advertising",
            "marketing.messages",
            "analysis.market",
            "legal.obligation");
    static final List<String> DATA = List.of(
            "identity.name",
            "identity.username",
            "contact.email",
            "contact.phone",
            "contact.address",
            "financial.card",
            "financial.bank-account",
            "social.account",
            "device.model",
            "device.id",
            "device.ip",
            "log.visits",
            "log.search-queries",
            "location.precise",
            "location.approximate",
            "usage.apps",
            "browsing.history",
            "profile.gender",
            "profile.preferences",
            "content.submitted");
    static final List<String> SOURCES =
            List.of("direct", "observed.device", "observed.log", "observed.usage", "cookie.first-party", "public");
    static final List<String> COUNTRIES = List.of("CN", "DE", "FR", "US", "GB", "JP", "KR", "BR", "IN", "SG");

    /** A year, for every purpose; questions ask long before and long after its end. */
    static final int RETENTION_DAYS = 365;

    static final int MINORS_BELOW = 16;

    enum Operation {
        USE,
        DISCLOSE,
        TRANSFER,
        RETAIN
    }

    /** What a clause asks beside its act. */
    enum When {
        ALWAYS,
        CONSENTED,
        LIVES_IN,
        MINOR,
        OBJECTED,
        NOT_GOING_TO,
        RETENTION_OVER,
        NOT_CONSENTED_SEPARATELY
    }

    /** A clause with one rule. {@code places} are those of its condition. */
    record Clause(
            boolean permits,
            Set<Operation> operations,
            String purpose,
            Set<String> data,
            Set<String> sources,
            When when,
            Set<String> places) {

        boolean applies(TaskQuestion question) {
            return operations.contains(question.operation())
                    && purpose.equals(question.purpose())
                    && data.contains(question.data())
                    && sources.contains(question.source())
                    && holds(question);
        }

        private boolean holds(TaskQuestion question) {
            return switch (when) {
                case ALWAYS -> true;
                case CONSENTED -> question.consented();
                case LIVES_IN -> places.contains(question.country());
                case MINOR -> question.age() < MINORS_BELOW;
                case OBJECTED -> question.objected();
                case NOT_GOING_TO -> !places.contains(question.destination());
                case RETENTION_OVER -> question.daysKept() > RETENTION_DAYS;
                case NOT_CONSENTED_SEPARATELY -> !question.consentedSeparately();
            };
        }
    }

    private static final Set<Operation> ALL = Set.of(Operation.values());

    private final SplittableRandom random;
    private final int size;
    private final List<Clause> clauses;

    Task(int size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
        this.clauses = IntStream.range(0, size)
                .mapToObj(number -> number % 8 == 7 ? forbid(number / 8) : permit())
                .toList();
    }

    List<Clause> clauses() {
        return clauses;
    }

    /** What is forbidden is not permitted, nor is what no clause permits. */
    boolean permits(TaskQuestion question) {
        boolean forbidden = clauses.stream().anyMatch(clause -> !clause.permits() && clause.applies(question));
        return !forbidden && clauses.stream().anyMatch(clause -> clause.permits() && clause.applies(question));
    }

    /** So many questions: half of them are about what some clause permits, the others about anything. */
    List<TaskQuestion> questions(int number) {
        List<TaskQuestion> questions = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            questions.add(i % 2 == 0 ? TaskQuestion.about(anyPermit(), i, random) : TaskQuestion.any(i, random));
        }
        return questions;
    }

    private Clause anyPermit() {
        Clause clause;
        do {
            clause = pick(clauses);
        } while (!clause.permits());
        return clause;
    }

    private Clause permit() {
        When when = pick(List.of(When.ALWAYS, When.CONSENTED, When.CONSENTED, When.LIVES_IN));
        return new Clause(
                true,
                random.nextInt(3) == 0 ? Set.of(pick(List.of(Operation.values()))) : Set.of(Operation.USE),
                pick(PURPOSES),
                some(DATA, width(6)),
                some(SOURCES, width(4)),
                when,
                when == When.LIVES_IN ? some(COUNTRIES, 3) : Set.of());
    }

    private Clause forbid(int number) {
        String purpose = pick(PURPOSES);
        Set<String> data = some(DATA, size > 40 ? width(10) : 20);
        Set<String> sources = Set.copyOf(SOURCES);
        return switch (number % 5) {
            case 0 -> new Clause(false, ALL, purpose, data, sources, When.MINOR, Set.of());
            case 1 -> new Clause(false, ALL, purpose, data, sources, When.OBJECTED, Set.of());
            case 2 ->
                new Clause(
                        false,
                        Set.of(Operation.TRANSFER),
                        purpose,
                        data,
                        sources,
                        When.NOT_GOING_TO,
                        some(COUNTRIES, 6));
            case 3 ->
                new Clause(false, Set.of(Operation.RETAIN), purpose, data, sources, When.RETENTION_OVER, Set.of());
            default ->
                new Clause(
                        false,
                        Set.of(Operation.DISCLOSE),
                        purpose,
                        data,
                        sources,
                        When.NOT_CONSENTED_SEPARATELY,
                        Set.of());
        };
    }

    /** At most so many at 40 clauses, and fewer the more clauses there are. */
    private int width(int most) {
        int narrower = Math.max(1, (int) Math.round(most / Math.sqrt(size / 40.0)));
        return 1 + random.nextInt(narrower);
    }

    private Set<String> some(List<String> from, int number) {
        Set<String> some = new TreeSet<>();
        while (some.size() < number) {
            some.add(pick(from));
        }
        return some;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Keys and what they are of, in the order in which a vocabulary lists them. */
    static Stream<String> words(List<String> keys) {
        return keys.stream().map(key -> "  " + key + ": {label: " + key + "}");
    }
}
