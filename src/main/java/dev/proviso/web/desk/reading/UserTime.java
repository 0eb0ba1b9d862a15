package dev.proviso.web.desk.reading;

import dev.proviso.decision.GoverningPeriod;
import dev.proviso.decision.GoverningVersion;
import dev.proviso.ledger.Event.Used;
import dev.proviso.ledger.LedgerUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which versions governed one user, drawn into the lanes of a timeline.
 *
 * @param bars when which version governed
 * @param dots uses and acceptances; of those that would stand upon one another, one
 * @param y where these are
 */
public record UserTime(History history, List<Bar> bars, List<Dot> dots, int y) {

    private static final int MOST_MARKS = 200;
    private static final int BELOW_VERSION = 30;

    /** Something that the user did. {@code accepted} names the version; it is empty for a use. */
    public record Mark(Instant at, Optional<String> accepted) {}

    /**
     * What the ledger knows.
     *
     * @param marks the last first
     */
    public record History(String user, List<GoverningPeriod> stretches, List<Mark> marks) {

        static History of(String id, String policy, LedgerUser user, List<GoverningPeriod> stretches, Instant now) {
            Stream<Mark> uses = user.uses().stream()
                    .filter(use -> use.isUnder(policy))
                    .map(Used::at)
                    .map(at -> new Mark(at, Optional.empty()));
            Stream<Mark> acceptances = user.acceptances().stream()
                    .filter(acceptance -> acceptance.policy().equals(policy))
                    .map(acceptance -> new Mark(acceptance.at(), Optional.of(acceptance.version())));
            List<Mark> marks = Stream.concat(uses, acceptances)
                    .filter(mark -> !mark.at().isAfter(now))
                    .sorted(Comparator.comparing(Mark::at).reversed())
                    .toList();
            return new History(id, stretches, marks);
        }

        List<Instant> moments() {
            return marks.stream().map(Mark::at).toList();
        }

        /** Those that a table shows. */
        public List<Mark> shown() {
            return marks.subList(0, Math.min(MOST_MARKS, marks.size()));
        }

        /** How many it does not. */
        public int getMore() {
            return marks.size() - shown().size();
        }
    }

    /** @param since where the user did what made it so; empty if no deed did */
    public record Bar(GoverningPeriod stretch, int x, int width, int y, Optional<Integer> since) {}

    public record Dot(int x, boolean isAcceptance) {}

    static UserTime of(History history, List<Timeline.Lane> lanes, TimeAxis axis, int y, Instant now) {
        List<Bar> bars = history.stretches().stream()
                .flatMap(stretch -> lanes.stream()
                        .filter(lane -> lane.version().name().label().equals(version(stretch)))
                        .map(lane -> bar(stretch, lane, axis, now)))
                .toList();
        List<Dot> dots = history.marks().stream()
                .map(mark -> new Dot(axis.x(mark.at()), mark.accepted().isPresent()))
                .distinct()
                .toList();
        return new UserTime(history, bars, dots, y);
    }

    private static String version(GoverningPeriod stretch) {
        return stretch.governing().notice().version();
    }

    private static Bar bar(GoverningPeriod stretch, Timeline.Lane lane, TimeAxis axis, Instant now) {
        int x = axis.x(stretch.from());
        int end = axis.x(stretch.until().orElse(now));
        return new Bar(
                stretch,
                x,
                Math.max(3, end - x),
                lane.y() + BELOW_VERSION,
                deed(stretch.governing().because()).map(axis::x));
    }

    private static Optional<Instant> deed(GoverningVersion.Because because) {
        if (because instanceof GoverningVersion.ByUse by) {
            return Optional.of(by.use());
        }
        return because instanceof GoverningVersion.ByAcceptance by
                ? Optional.of(by.acceptance().at())
                : Optional.empty();
    }
}
