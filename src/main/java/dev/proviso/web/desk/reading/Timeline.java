package dev.proviso.web.desk.reading;

import dev.proviso.publication.Announced;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.Published;
import dev.proviso.publication.Superseded;
import dev.proviso.publication.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The versions of a document in time, drawn: one below the other, each from its announcement on.
 *
 * @param now where today is
 * @param user for whom it is drawn as well; empty: for nobody
 */
public record Timeline(
        List<TimeAxis.Tick> ticks, List<Lane> lanes, int now, int width, int height, Optional<UserTime> user) {

    private static final int TOP = 46;
    private static final int ROW = 46;
    private static final int ROW_WITH_USER = 62;
    private static final int MARKS = 54;

    /**
     * A version.
     *
     * @param end when it stopped to be in force, or will; empty where nothing follows it
     * @param y its upper edge
     * @param notice where it was announced
     * @param x where it started, or would have
     * @param to where its bar ends
     */
    public record Lane(Published version, Optional<Instant> end, int y, int notice, int x, int to) {

        public int getWidth() {
            return Math.max(3, to - x);
        }

        /** Whether words have more room to the left of the start. */
        public boolean isRight() {
            return x > TimeAxis.RIGHT - 220;
        }

        /** Whether it never binds anybody. */
        public boolean isWithdrawn() {
            return version instanceof Withdrawn;
        }
    }

    static Timeline of(Catalogue.Work work, Optional<UserTime.History> history, Instant now) {
        SortedSet<Instant> moments = new TreeSet<>(List.of(now));
        work.versions().forEach(version -> {
            moments.add(version.record().announcedAt());
            moments.add(version.record().start());
        });
        history.ifPresent(one -> moments.addAll(one.moments()));
        TimeAxis axis = TimeAxis.around(moments, work.zone());
        int row = history.isPresent() ? ROW_WITH_USER : ROW;
        List<Lane> lanes = IntStream.range(0, work.versions().size())
                .mapToObj(i -> lane(work, work.versions().get(i), axis, TOP + i * row))
                .toList();
        int bottom = TOP + lanes.size() * row;
        return new Timeline(
                axis.ticks(),
                lanes,
                axis.x(now),
                1000,
                bottom + (history.isPresent() ? MARKS : 0),
                history.map(one -> UserTime.of(one, lanes, axis, bottom, now)));
    }

    private static Lane lane(Catalogue.Work work, Published version, TimeAxis axis, int y) {
        Optional<Instant> end = end(work, version);
        return new Lane(
                version,
                end,
                y,
                axis.x(version.record().announcedAt()),
                axis.x(version.record().start()),
                end.map(axis::x).orElse(TimeAxis.RIGHT));
    }

    /** When it is no longer in force: once the version starts that followed it, or is announced to. */
    private static Optional<Instant> end(Catalogue.Work work, Published version) {
        if (version instanceof Withdrawn) {
            return Optional.of(version.record().start());
        }
        if (version instanceof Superseded superseded) {
            return work.versions().stream()
                    .filter(other -> isNamed(other, superseded.by()))
                    .map(other -> other.record().start())
                    .findFirst();
        }
        return work.versions().stream()
                .filter(Announced.class::isInstance)
                .map(other -> other.record().start())
                .filter(start -> start.isAfter(version.record().start()))
                .findFirst();
    }

    private static boolean isNamed(Published version, DocumentName name) {
        return version.name().equals(name);
    }
}
