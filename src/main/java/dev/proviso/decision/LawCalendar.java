package dev.proviso.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of the law changes when, and what is answered otherwise for it: by asking as of noon of the day before and of the day,
 * about every purpose and kind of data under each policy in force, for an adult, for minors of the ages that turn on it, and for a
 * transfer. Nothing of it is recorded, for nobody acts on it.
 */
public final class LawCalendar {

    /** The longest span, in days with both ends. */
    public static final int MOST_DAYS = 400;

    /** Decisions of a leaf, for one calendar: a few seconds. */
    private static final long MOST_DECISIONS = 200_000;

    private static final int MOST_DATA = 100;
    private static final int ADULT = 40;
    private static final Place ANY_EXPORTER = new Place("DE");
    private static final Place ANY_IMPORTER = new Place("US");

    private static final int MOST_KEPT = 20;

    private final PolicyDecisionPoint asking;
    private @Nullable Library keptOf;
    private Cache<Span, LawChanges> kept = empty();

    private record Span(LocalDate first, LocalDate last) {}

    public LawCalendar(PolicyDecisionPoint asking) {
        this.asking = asking;
    }

    /**
     * The calendar of a span of days, both ends included.
     *
     * @return fails with {@link CannotAsk} if a policy is still being compiled, or too many calendars are asked for
     * @throws BadJson if one of the texts is no day, or the span is longer than {@link #MOST_DAYS} or runs backwards
     */
    public CompletableFuture<LawChanges> changes(Optional<String> from, Optional<String> until, Caller caller) {
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (last.isBefore(first)) {
            throw mistake("until", "The last day, " + last + ", is before the first, " + first + ".");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw mistake(
                    "until",
                    "From " + first + " until " + last + " are more than " + MOST_DAYS + " days. The last day may be "
                            + first.plusDays(MOST_DAYS - 1) + "; ask for the rest by itself.");
        }
        Span span = new Span(first, last);
        return asking.with(
                library -> inForce(library, first, last),
                (library, books) -> Objects.requireNonNull(
                        kept(library).get(span, any -> new Search(library, books, caller).calendar(first, last))),
                caller);
    }

    /** The calendars of what is published now; those of another library are forgotten with it. */
    private synchronized Cache<Span, LawChanges> kept(Library library) {
        if (!library.equals(keptOf)) {
            keptOf = library;
            kept = empty();
        }
        return kept;
    }

    private static Cache<Span, LawChanges> empty() {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    }

    private static LocalDate day(String name, Optional<String> text) {
        String written = text.orElseThrow(
                () -> mistake(name, "The parameter \"" + name + "\" is required: a day, such as 2027-01-01."));
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= 1 && day.getYear() < 9999) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        throw mistake(name, "This is not a day of the calendar, such as 2027-01-01.");
    }

    private static BadJson mistake(String at, String sentence) {
        return new BadJson(List.of(new Mistake(at, sentence, Optional.empty())));
    }

    private static List<Edition> inForce(Library library, LocalDate first, LocalDate last) {
        return ChangedLaw.of(library, first, last).keySet().stream()
                .flatMap(day -> library.policies().stream().flatMap(policy -> inForce(library, policy, day).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Edition> inForce(Library library, String policy, LocalDate day) {
        return library.versions(policy).stream()
                .filter(version -> !version.start().isAfter(noon(version, day)))
                .reduce((earlier, later) -> later);
    }

    private static Instant noon(Edition version, LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(zone(version)).toInstant();
    }

    private static ZoneId zone(Edition version) {
        return version.policy().timeZone();
    }

    /** One calendar on its way. */
    private static final class Search {
        private final Library library;
        private final Map<Edition, Rulebook> books;
        private final Budget budget;
        private long left = MOST_DECISIONS;
        private boolean complete = true;

        Search(Library library, Map<Edition, Rulebook> books, Caller caller) {
            this.library = library;
            this.books = books;
            this.budget = Budget.of(0, caller::isGone);
        }

        LawChanges calendar(LocalDate first, LocalDate last) {
            SortedMap<LocalDate, ChangedLaw> law = ChangedLaw.of(library, first, last);
            List<LawChanges.Day> days = new ArrayList<>();
            law.forEach((day, changed) ->
                    days.add(new LawChanges.Day(day.toString(), changed.changes(), answers(day, changed))));
            return new LawChanges(first.toString(), last.toString(), complete, days);
        }

        private List<LawChanges.ChangedAnswer> answers(LocalDate day, ChangedLaw changed) {
            complete &= !changed.isCut();
            List<LawChanges.ChangedAnswer> answers = new ArrayList<>();
            for (String policy : library.policies()) {
                Optional<Edition> version = inForce(library, policy, day);
                version.flatMap(found -> Optional.ofNullable(books.get(found))).ifPresent(book -> examples(day, changed)
                        .forEach(example -> answers.addAll(compared(version.get(), book, day, example))));
            }
            return answers;
        }

        /** Whom to ask about. */
        private Stream<Example> examples(LocalDate day, ChangedLaw changed) {
            Stream<Example> users = changed.places().stream()
                    .flatMap(place -> one(place, ANY_EXPORTER, day).stream())
                    .distinct()
                    .flatMap(place -> Stream.concat(
                            Stream.of(new Example("adult", place, born(day, ADULT), Optional.empty())),
                            changed.ages().stream()
                                    .map(age -> new Example("minor", place, born(day, age), Optional.empty()))));
            Stream<Example> ways = changed.ways().entrySet().stream()
                    .flatMap(way -> transfer(way.getKey(), way.getValue(), day).stream());
            return Stream.concat(users, ways);
        }

        private Optional<Example> transfer(Place from, Place to, LocalDate day) {
            Optional<Place> destination = one(to, ANY_IMPORTER, day);
            return one(from, ANY_EXPORTER, day)
                    .filter(origin -> destination.isPresent())
                    .map(origin -> new Example("transfer", origin, born(day, ADULT), destination));
        }

        /** A birthday that is far from the day, so that nobody comes of age on it. */
        private static LocalDate born(LocalDate day, int age) {
            return day.minusYears(age).minusMonths(6);
        }

        /** A place that something can be in: of a group, a member, if it has any that day. */
        private Optional<Place> one(Place place, Place otherwise, LocalDate day) {
            if (place.equals(Place.ANYWHERE)) {
                return Optional.of(otherwise);
            }
            if (PlaceCodes.isPlace(place.code())) {
                return Optional.of(place);
            }
            return library.editions()
                    .filter(edition -> edition.policy().kind() == Policy.Kind.LAW)
                    .flatMap(edition -> edition.policy().rows().stream())
                    .filter(Row.Group.class::isInstance)
                    .map(Row.Group.class::cast)
                    .filter(row -> row.group().equals(place) && row.days().contains(day))
                    .map(Row.Group::member)
                    .min(java.util.Comparator.comparing(member -> member.equals(otherwise) ? "" : member.code()));
        }

        private List<LawChanges.ChangedAnswer> compared(
                Edition version, Rulebook book, LocalDate day, Example example) {
            List<LawChanges.ChangedAnswer> answers = new ArrayList<>();
            for (Key purpose : version.vocabulary().leaves(Section.PURPOSES)) {
                if (left <= 0) {
                    complete = false;
                    return answers;
                }
                answers.addAll(compared(version, book, day, example, purpose));
            }
            return answers;
        }

        private List<LawChanges.ChangedAnswer> compared(
                Edition version, Rulebook book, LocalDate day, Example example, Key purpose) {
            complete &= version.vocabulary().leaves(Section.DATA).size() <= MOST_DATA;
            ObjectNode asked = example.question(version, day, purpose);
            Instant before = noon(version, day.minusDays(1));
            Map<List<Object>, List<String>> changed = new LinkedHashMap<>();
            for (Question question : DecisionRequest.read(asked, before).questions(version)) {
                left -= 2 * Decider.weight(question, book);
                Answer was = Decider.decide(question.asOf(before), book, budget);
                Answer is = Decider.decide(question, book, budget);
                if (!says(was).equals(says(is))) {
                    changed.computeIfAbsent(List.of(was.decision(), is.decision()), pair -> new ArrayList<>())
                            .add(question.data().value());
                }
            }
            return changed.entrySet().stream()
                    .map(each -> new LawChanges.ChangedAnswer(
                            version.id(),
                            version.label(),
                            example.about(),
                            example.place().code(),
                            purpose.value(),
                            each.getValue(),
                            (dev.proviso.engine.Decision) each.getKey().get(0),
                            (dev.proviso.engine.Decision) each.getKey().get(1),
                            asked.deepCopy().put("data", each.getValue().get(0))))
                    .toList();
        }

        /** What makes an answer another one; that a law has another version by itself does not. */
        private static List<Object> says(Answer answer) {
            List<String> reasons = answer.reasons().stream()
                    .map(reason -> reason.document() + reason.rule() + reason.outcome())
                    .toList();
            return List.of(answer.decision(), reasons, answer.missing(), answer.lawNotDrawn());
        }
    }

    /**
     * Somebody to ask about, who used the service and said nothing else.
     *
     * @param destination where the data goes, if the question is about a transfer
     */
    private record Example(String about, Place place, LocalDate born, Optional<Place> destination) {

        ObjectNode question(Edition version, LocalDate day, Key purpose) {
            ObjectNode question = JsonNodeFactory.instance.objectNode();
            question.put("policy", version.id())
                    .put("version", version.label())
                    .put("trial", true)
                    .put(
                            "at",
                            noon(version, day)
                                    .atZone(zone(version))
                                    .toOffsetDateTime()
                                    .toString())
                    .put("purpose", purpose.value())
                    .put("operation", destination.isPresent() ? "transfer" : "use");
            ArrayNode data = question.putArray("data");
            version.vocabulary().leaves(Section.DATA).stream().limit(MOST_DATA).forEach(key -> data.add(key.value()));
            version.vocabulary().leaves(Section.SOURCES).stream()
                    .filter(key -> key.value().equals("direct"))
                    .findFirst()
                    .ifPresent(key -> question.put("source", key.value()));
            destination.ifPresent(to -> {
                question.put("origin", place.code()).put("destination", to.code());
                question.putArray("safeguards");
            });
            ObjectNode user = question.putObject("user");
            user.put("country", place.code())
                    .put("timeZone", zone(version).getId())
                    .put("birthDate", born.toString());
            user.putArray("uses").add(noon(version, day.minusDays(2)).toString());
            return question;
        }
    }
}
