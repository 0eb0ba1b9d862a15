package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that the front matter says otherwise than before.
 *
 * @param field its key ({@code held-in}), with a dot for one within another ({@code controller.country})
 * @param before what it said; empty if it was not there
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FieldChange(String field, Optional<String> before, Optional<String> after) {

    private static final String ON_PUBLICATION = "on-publication";

    /** What is told to people, and decides nothing. */
    private static final Set<String> NAMES = Set.of("title", "controller.name");

    /** Whether the document means something else for it. */
    boolean matters() {
        return !NAMES.contains(field);
    }

    /** The version's own label apart, by which versions always differ. */
    static List<FieldChange> all(ParsedVersion.Read before, ParsedVersion.Read after) {
        return all(fields(before), fields(after));
    }

    static List<FieldChange> all(Map<String, Optional<String>> before, Map<String, Optional<String>> after) {
        List<FieldChange> changes = new ArrayList<>();
        before.forEach((field, value) -> {
            Optional<String> now = after.getOrDefault(field, Optional.empty());
            if (!value.equals(now)) {
                changes.add(new FieldChange(field, value, now));
            }
        });
        return changes;
    }

    private static Map<String, Optional<String>> fields(ParsedVersion.Read read) {
        CheckedPolicy checked = read.checked();
        Policy policy = read.policy();
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("policy", Optional.of(policy.id()));
        fields.put("kind", Optional.of(policy.kind().name().toLowerCase(Locale.ROOT)));
        fields.put("title", Optional.of(checked.title()));
        fields.put("controller.name", Optional.of(checked.controllerName()).filter(name -> !name.isEmpty()));
        fields.put("controller.country", policy.controller().map(Place::code));
        fields.put("held-in", policy.heldIn().map(Place::code));
        fields.put(
                "law-not-drawn",
                Optional.of(policy)
                        .filter(each -> each.kind() == Policy.Kind.POLICY)
                        .map(each -> each.lawNotDrawn()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
        fields.put("vocabulary", Optional.of(policy.vocabulary()));
        fields.put("timezone", Optional.of(policy.timeZone().getId()));
        fields.put(
                "effective",
                Optional.of(policy.effective().map(at -> time(policy, at)).orElse(ON_PUBLICATION)));
        fields.put("until", policy.until().map(at -> time(policy, at)));
        fields.put("scope", policy.scope().map(new ConditionText(read.words())::of));
        return fields;
    }

    /** A time as the document's own clock shows it. */
    private static String time(Policy policy, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(policy.timeZone()));
    }
}
