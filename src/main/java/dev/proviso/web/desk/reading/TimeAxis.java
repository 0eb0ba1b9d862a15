package dev.proviso.web.desk.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Time from left to right, in the units of a drawing.
 *
 * @param zone whose days count
 */
public record TimeAxis(Instant from, Instant to, ZoneId zone) {

    static final int LEFT = 120;
    static final int RIGHT = 970;
    private static final int MOST_TICKS = 9;

    /** How far two ticks are apart. */
    private record Step(ChronoUnit unit, int amount, String pattern) {
        long count(Duration span) {
            return span.dividedBy(unit.getDuration()) / amount;
        }
    }

    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.HOURS, 6, "d MMM, HH:mm"),
            new Step(ChronoUnit.DAYS, 1, "d MMM"),
            new Step(ChronoUnit.DAYS, 7, "d MMM"),
            new Step(ChronoUnit.MONTHS, 1, "MMM uuuu"),
            new Step(ChronoUnit.MONTHS, 3, "MMM uuuu"),
            new Step(ChronoUnit.YEARS, 1, "uuuu"),
            new Step(ChronoUnit.YEARS, 2, "uuuu"),
            new Step(ChronoUnit.YEARS, 5, "uuuu"),
            new Step(ChronoUnit.YEARS, 10, "uuuu"),
            new Step(ChronoUnit.YEARS, 100, "uuuu"));

    /** A day below the axis. */
    public record Tick(int x, String label) {}

    /** Around some instants, with a little room on both sides. */
    static TimeAxis around(SortedSet<Instant> moments, ZoneId zone) {
        Duration span = Duration.between(moments.first(), moments.last());
        Duration room = span.dividedBy(25).plus(Duration.ofHours(6));
        return new TimeAxis(moments.first().minus(room), moments.last().plus(room), zone);
    }

    /** Where an instant is; one that lies outside is at the end. */
    int x(Instant moment) {
        double share = (double) Duration.between(from, moment).toSeconds()
                / Duration.between(from, to).toSeconds();
        return LEFT + (int) Math.round(Math.max(0, Math.min(1, share)) * (RIGHT - LEFT));
    }

    List<Tick> ticks() {
        Duration span = Duration.between(from, to);
        Step step = STEPS.stream()
                .filter(one -> one.count(span) <= MOST_TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        DateTimeFormatter words = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        for (ZonedDateTime tick = first(step);
                tick.toInstant().isBefore(to);
                tick = tick.plus(step.amount(), step.unit())) {
            if (!tick.toInstant().isBefore(from)) {
                ticks.add(new Tick(x(tick.toInstant()), words.format(tick)));
            }
        }
        return ticks;
    }

    /** A round one, at or before the start. */
    private ZonedDateTime first(Step step) {
        ZonedDateTime day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return switch (step.unit()) {
            case YEARS -> day.withDayOfYear(1).minusYears(day.getYear() % step.amount());
            case MONTHS -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % step.amount());
            default -> day;
        };
    }
}
