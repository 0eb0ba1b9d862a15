package dev.proviso.decision;

import dev.proviso.comparison.RowCells;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the law starts or ends on one day, and whom to ask about to see what comes of it. */
final class ChangedLaw {

    /** What says of each change where it holds may be many places; so many are asked about. */
    private static final int MOST_PLACES = 12;

    private static final String STARTS = "starts";
    private static final String ENDS = "ends";
    private static final int MOST_AGES = 3;
    private static final int MINOR = 15;

    private final List<LawChanges.Change> changes = new ArrayList<>();
    private final SortedSet<Place> places = new TreeSet<>();
    private final SortedMap<Place, Place> ways = new TreeMap<>();
    private final SortedSet<Integer> ages = new TreeSet<>();
    private boolean hasMoreWays;

    private ChangedLaw() {}

    /** The days of a span, both ends included, on which law, or a dated part of a policy, starts or has ended. */
    static SortedMap<LocalDate, ChangedLaw> of(Library library, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, ChangedLaw> days = new TreeMap<>();
        versions(library).values().forEach(versions -> {
            for (int i = 0; i < versions.size(); i++) {
                Edition edition = versions.get(i);
                Optional<Instant> successor = i + 1 < versions.size()
                        ? Optional.of(versions.get(i + 1).start())
                        : Optional.empty();
                Sink sink = (day, change) -> {
                    if (!day.isBefore(from) && !day.isAfter(until) && isLastToStart(edition, successor, day)) {
                        change.accept(days.computeIfAbsent(day, any -> new ChangedLaw()));
                    }
                };
                each(edition, sink);
                if (i > 0 && isLaw(edition)) {
                    replaced(versions.get(i - 1), edition, sink);
                }
            }
        });
        return days;
    }

    private interface Sink {
        void put(LocalDate day, Consumer<ChangedLaw> change);
    }

    private static boolean isLaw(Edition edition) {
        return edition.policy().kind() == Policy.Kind.LAW;
    }

    private static void each(Edition edition, Sink sink) {
        Policy law = edition.policy();
        // When a policy starts is no matter of law, and the desk says it elsewhere.
        if (isLaw(edition)) {
            sink.put(dayOf(law, edition.start()), changed -> changed.document(edition, STARTS));
            law.until().ifPresent(end -> sink.put(dayOf(law, end), changed -> changed.document(edition, ENDS)));
        }
        parts(edition).forEach(part -> {
            part.days().from().ifPresent(day -> sink.put(day, changed -> part.tell(changed, STARTS)));
            part.days()
                    .until()
                    .filter(day -> !day.equals(LocalDate.MAX))
                    .ifPresent(day -> sink.put(day.plusDays(1), changed -> part.tell(changed, ENDS)));
        });
    }

    /** What a version says no more, or anew, and gives no day for: its own first day is that day. */
    private static void replaced(Edition before, Edition after, Sink sink) {
        LocalDate day = dayOf(after.policy(), after.start());
        List<Part> were = parts(before)
                .filter(part -> part.days().contains(day.minusDays(1)))
                .toList();
        List<Part> are = parts(after).filter(part -> part.days().contains(day)).toList();
        Stream<Part> endedByDay = parts(after)
                .filter(part ->
                        part.days().until().filter(day.minusDays(1)::equals).isPresent());
        Set<String> kept = texts(Stream.concat(are.stream(), endedByDay));
        Set<String> known = texts(were.stream());
        were.stream()
                .filter(part -> !kept.contains(part.text()))
                .forEach(part -> sink.put(day, changed -> part.tell(changed, ENDS)));
        are.stream()
                .filter(part -> !known.contains(part.text()))
                .filter(part -> part.days().from().filter(day::equals).isEmpty())
                .forEach(part -> sink.put(day, changed -> part.tell(changed, STARTS)));
    }

    private static Set<String> texts(Stream<Part> parts) {
        return parts.map(Part::text).collect(Collectors.toSet());
    }

    /** A row or a sentence of a document. Those that say the same are one, whatever their number. */
    private record Part(Days days, String text, BiConsumer<ChangedLaw, String> told) {

        void tell(ChangedLaw changed, String turn) {
            told.accept(changed, turn);
        }
    }

    private static Stream<Part> parts(Edition edition) {
        Policy policy = edition.policy();
        return Stream.concat(
                policy.rows().stream()
                        .map(row -> new Part(
                                row.days(),
                                row.key() + cells(row),
                                (changed, turn) -> changed.row(edition, row, turn))),
                policy.rules().stream()
                        .map(rule -> new Part(
                                rule.days(),
                                edition.checked().sentence(rule.id()),
                                (changed, turn) -> changed.sentence(edition, rule, turn))));
    }

    private static LocalDate dayOf(Policy law, Instant instant) {
        return instant.atZone(law.timeZone()).toLocalDate();
    }

    /** The versions of each document, the first to start first. */
    private static SortedMap<String, List<Edition>> versions(Library library) {
        return library.editions()
                .sorted(Comparator.comparing(Edition::start))
                .collect(Collectors.groupingBy(Edition::id, TreeMap::new, Collectors.toList()));
    }

    /** Whether this version of a law has started by the end of the day, and the next one has not. */
    private static boolean isLastToStart(Edition edition, Optional<Instant> successor, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(edition.policy().timeZone()).toInstant();
        return edition.start().isBefore(end)
                && successor.filter(start -> start.isBefore(end)).isEmpty();
    }

    List<LawChanges.Change> changes() {
        return changes;
    }

    /** Whether there are more places, ages or ways than are asked about. */
    boolean isCut() {
        return places.size() > MOST_PLACES
                || ages.stream().filter(age -> age >= 0).count() > MOST_AGES
                || hasMoreWays;
    }

    /** Where somebody lives for whom the answer may change. */
    List<Place> places() {
        return places.stream().limit(MOST_PLACES).toList();
    }

    /** Where data comes from, each with one place to which its transfer may be answered otherwise. */
    Map<Place, Place> ways() {
        return ways;
    }

    /** Ages, in years, of minors for whom the answer may change. */
    List<Integer> ages() {
        List<Integer> minors =
                ages.stream().filter(age -> age >= 0).limit(MOST_AGES).toList();
        return minors.isEmpty() ? List.of(MINOR) : minors;
    }

    private void document(Edition edition, String turn) {
        add(edition, "document", edition.id(), edition.checked().title(), turn);
        edition.policy().scope().ifPresent(this::placesOf);
    }

    private void sentence(Edition edition, Rule rule, String turn) {
        add(edition, "sentence", rule.id().toString(), edition.checked().sentence(rule.id()), turn);
        placesOf(rule.condition());
        if (Condition.atoms(rule.condition()).noneMatch(Atom.Located.class::isInstance)) {
            edition.policy().scope().ifPresentOrElse(this::placesOf, () -> places.add(Place.ANYWHERE));
        }
        Condition.atoms(rule.condition())
                .filter(Atom.Under.class::isInstance)
                .forEach(atom -> ages.add(((Atom.Under) atom).years() - 1));
    }

    private void placesOf(Condition condition) {
        Condition.atoms(condition)
                .filter(Atom.Located.class::isInstance)
                .map(Atom.Located.class::cast)
                .filter(located -> located.party() != Atom.Located.Party.DESTINATION
                        && located.party() != Atom.Located.Party.RECIPIENT)
                .forEach(located -> places.addAll(located.places()));
    }

    private void row(Edition edition, Row row, String turn) {
        add(
                edition,
                "row",
                row.key().get(0),
                cells(row) + " (" + row.provenance().citation() + ")",
                turn);
        if (row instanceof Row.Age age) {
            places.add(age.place());
            Stream.of(age.majority(), age.consent(), age.jointlyFrom())
                    .filter(OptionalInt::isPresent)
                    .forEach(years -> ages.add(years.getAsInt() - 1));
        } else if (row instanceof Row.Sensitive sensitive) {
            places.add(sensitive.place());
        } else if (row instanceof Row.Group group) {
            places.add(group.member());
        } else if (row instanceof Row.NotDrawn notDrawn) {
            places.add(notDrawn.place());
        } else if (row instanceof Row.Transfer transfer) {
            places.add(transfer.origin());
            Place before = ways.putIfAbsent(transfer.origin(), transfer.destination());
            hasMoreWays |= before != null && !before.equals(transfer.destination());
        } else {
            places.add(Place.ANYWHERE);
        }
    }

    private static String cells(Row row) {
        return RowCells.of(row).entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    private void add(Edition edition, String kind, String name, String text, String turn) {
        changes.add(new LawChanges.Change(edition.id(), edition.label(), kind, name, text, turn));
    }
}
