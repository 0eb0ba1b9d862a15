package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.document.Documents;
import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is: at an instant, or so long after or before the start of the version that is asked.
 *
 * @param exact the instant; empty where it is counted from the start
 * @param sign 1 after the start, -1 before it
 * @param period in days of the policy's time zone, as the calendar has them
 * @param duration what follows the days
 */
record TestTime(Optional<Instant> exact, int sign, Period period, Duration duration) {

    static final String START = "start";
    private static final Pattern FORM = Pattern.compile("(\\S+?)\\s*(?:([+-])\\s*(.*))?", Pattern.DOTALL);

    /** ISO 8601, without signs. Longer ones lead out of the calendar. */
    private static final Pattern LENGTH =
            Pattern.compile("(P(?:[0-9]{1,3}Y)?(?:[0-9]{1,5}M)?(?:[0-9]{1,5}W)?(?:[0-9]{1,6}D)?)"
                    + "(?:T((?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?))?");

    private static TestTime of(Instant instant) {
        return new TestTime(Optional.of(instant), 1, Period.ZERO, Duration.ZERO);
    }

    boolean isRelative() {
        return exact.isEmpty();
    }

    /** When that is for a version. */
    Instant under(TestedVersion version) {
        return exact.orElseGet(() -> at(version).toInstant());
    }

    /** The same in the time zone of the policy. */
    ZonedDateTime at(TestedVersion version) {
        ZonedDateTime start =
                exact.orElse(version.start()).atZone(version.text().policy().timeZone());
        return sign > 0
                ? start.plus(period).plus(duration)
                : start.minus(period).minus(duration);
    }

    /** Whether someone who wrote this meant a time that is counted from the start, rightly spelt or not. */
    static boolean isMeantRelative(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                && (form.group(1).equals(START)
                        || Documents.nearest(form.group(1), List.of(START)).isPresent());
    }

    /** Notes what is neither. */
    static Optional<TestTime> read(YamlTree value, Findings findings) {
        String written = value instanceof YamlTree.Scalar scalar ? scalar.text().strip() : "";
        if (isMeantRelative(written)) {
            return relative(written, value, findings);
        }
        try {
            return Optional.of(of(OffsetDateTime.parse(written).toInstant()));
        } catch (DateTimeException noTime) {
            findings.error(
                    "time",
                    value.span(),
                    "This is not an ISO 8601 time with an offset, such as 2016-02-01T10:00:00+08:00, nor one that is"
                            + " counted from the start of the version, such as start + P30D.");
            return Optional.empty();
        }
    }

    private static Optional<TestTime> relative(String written, YamlTree value, Findings findings) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new IllegalStateException("it was seen to match");
        }
        String sign = Optional.ofNullable(form.group(2)).orElse("");
        String length = Optional.ofNullable(form.group(3)).orElse("").strip();
        Optional<TestTime> known = sign.isEmpty() ? Optional.of(start()) : counted(sign, length);
        if (known.isPresent() && form.group(1).equals(START)) {
            return known;
        }
        findings.error(
                "time",
                value.span(),
                "A time that is counted from the start of the version is \"start\", \"start + P30D\" or \"start - PT1H\":"
                        + " after the sign stands an ISO 8601 period.",
                right(sign, length));
        return Optional.empty();
    }

    private static TestTime start() {
        return new TestTime(Optional.empty(), 1, Period.ZERO, Duration.ZERO);
    }

    private static Optional<TestTime> counted(String sign, String length) {
        Matcher parts = LENGTH.matcher(length);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String days = parts.group(1);
        String hours = Optional.ofNullable(parts.group(2)).orElse("");
        boolean isEmpty = days.equals("P") && hours.isEmpty();
        boolean dangles = parts.group(2) != null && hours.isEmpty();
        return isEmpty || dangles
                ? Optional.empty()
                : Optional.of(new TestTime(
                        Optional.empty(),
                        sign.equals("+") ? 1 : -1,
                        days.equals("P") ? Period.ZERO : Period.parse(days),
                        hours.isEmpty() ? Duration.ZERO : Duration.parse("PT" + hours)));
    }

    /** What was probably meant. */
    private static Optional<String> right(String sign, String length) {
        if (sign.isEmpty()) {
            return Optional.of(START);
        }
        String upper = length.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        return List.of(upper, "P" + upper, "PT" + upper).stream()
                .filter(near -> counted(sign, near).isPresent())
                .findFirst()
                .map(near -> START + " " + sign + " " + near);
    }

    /** The places of a question at which a time stands that is counted from the start of the version that is asked. */
    static final class Places {

        /** Wherever a question takes an instant. */
        private static final Pattern INSTANTS = Pattern.compile("at|collectedAt|user\\.uses\\[[0-9]+]"
                + "|user\\.consents\\[[0-9]+]\\.(givenAt|withdrawnAt)"
                + "|user\\.(objections|refusals)\\[[0-9]+]\\.(madeAt|liftedAt)"
                + "|user\\.acceptances\\[[0-9]+]\\.at");

        private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");

        private final Map<String, TestTime> times = new HashMap<>();

        static boolean isInstant(String path) {
            return INSTANTS.matcher(path).matches();
        }

        void add(String path, TestTime time) {
            times.put(path, time);
        }

        /** A part of the question that is written anew has none of the times that stood in it. */
        void forget(String part) {
            times.keySet()
                    .removeIf(path -> path.equals(part) || path.startsWith(part + ".") || path.startsWith(part + "["));
        }

        boolean isEmpty() {
            return times.isEmpty();
        }

        /** The question with the instants that these times are for a version; the question itself where it has none. */
        ObjectNode in(ObjectNode question, TestedVersion version) {
            if (times.isEmpty()) {
                return question;
            }
            ObjectNode dated = question.deepCopy();
            times.forEach(
                    (path, time) -> put(dated, path, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.at(version))));
            return dated;
        }

        private static void put(ObjectNode question, String path, String instant) {
            JsonNode at = question;
            Matcher step = STEP.matcher(path);
            while (step.find()) {
                boolean last = step.end() == path.length();
                String field = step.group(1);
                if (field == null) {
                    int index = Integer.parseInt(step.group(2));
                    if (last && at instanceof ArrayNode array && array.has(index)) {
                        array.set(index, TextNode.valueOf(instant));
                    }
                    at = at.path(index);
                } else {
                    if (last && at instanceof ObjectNode object && object.has(field)) {
                        object.put(field, instant);
                    }
                    at = at.path(field);
                }
            }
        }
    }
}
