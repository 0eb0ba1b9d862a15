package dev.proviso.web;

import dev.proviso.policy.Vocabulary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The cells of a table that rules rest on, for people: labels, countries, days and periods. */
public final class CellText {

    private static final Set<String> WORDS = Set.of("purpose", "data", "basis", "accepts");
    private static final Set<String> PLACES = Set.of("place", "origin", "destination", "member");
    private static final Set<String> DAYS = Set.of("from", "until");
    private static final Set<String> OTHERS = Set.of(
            "majority",
            "consent",
            "jointly-from",
            "mechanism",
            "when",
            "period",
            "group",
            "citation",
            "confidence",
            "source",
            "verified");

    private CellText() {}

    /** Whether it is the name of a column of such a table. */
    static boolean isColumn(String name) {
        return Stream.of(WORDS, PLACES, DAYS, OTHERS).anyMatch(names -> names.contains(name));
    }

    /** {@code Jointly from} for {@code jointly-from}. */
    public static String column(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static LabelledText of(String column, String value, Vocabulary words) {
        if (WORDS.contains(column) || PLACES.contains(column)) {
            return list(value, words);
        }
        if (DAYS.contains(column)) {
            return day(value);
        }
        if (column.equals("period")) {
            return period(value);
        }
        return column.equals("when") ? LabelledText.of(value, words) : LabelledText.plain(value);
    }

    private static LabelledText list(String value, Vocabulary words) {
        List<LabelledText.Span> spans = new ArrayList<>();
        for (String word : value.split("(?<=[,\\s])|(?=[,\\s])", -1)) {
            spans.addAll(LabelledText.ofWord(word, words).spans());
        }
        return new LabelledText(spans);
    }

    private static LabelledText day(String value) {
        try {
            return said(WrittenDay.of(LocalDate.parse(value)), value);
        } catch (DateTimeException noDay) {
            return LabelledText.plain(value);
        }
    }

    private static LabelledText period(String value) {
        try {
            Period period = Period.parse(value);
            String said = Stream.of(
                            count(period.getYears(), "year"),
                            count(period.getMonths(), "month"),
                            count(period.getDays(), "day"))
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse(value);
            return said(said, value);
        } catch (DateTimeException noPeriod) {
            return LabelledText.plain(value);
        }
    }

    private static String count(int number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    private static LabelledText said(String text, String written) {
        return new LabelledText(List.of(new LabelledText.Span(text, written)));
    }
}
