package dev.proviso.web.desk;

import dev.proviso.decision.DecisionQuery;
import dev.proviso.decision.Records;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Which decisions an auditor wants to see, as it was filled in. What is left empty does not matter. */
public record DecisionFilter(Map<String, String> fields) {

    private static final List<String> NAMES = List.of("user", "policy", "purpose", "clause", "from", "to");

    public DecisionFilter {
        fields = Map.copyOf(fields);
    }

    static DecisionFilter of(MultivaluedMap<String, String> parameters) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : NAMES) {
            Optional.ofNullable(parameters.getFirst(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> fields.put(name, value));
        }
        return new DecisionFilter(fields);
    }

    /** What stands in a field; empty if nothing does. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The part of an address that says the same. */
    public String query() {
        return saying(UriBuilder.fromPath(""));
    }

    /** Where the page after a decision is. */
    String address(UUID after) {
        return saying(UriBuilder.fromPath(Desk.PATH + "/audit").queryParam("after", after.toString()));
    }

    private String saying(UriBuilder address) {
        fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(fields).toString();
    }

    /**
     * The same for the store; empty if the user is not known to it, of whom it has no records.
     *
     * @throws IllegalArgumentException with a sentence, for a day that is none
     */
    Optional<DecisionQuery> query(Records records, Optional<UUID> after, int limit) {
        Optional<UUID> person = field("user").flatMap(records::person);
        if (field("user").isPresent() && person.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DecisionQuery(
                person,
                field("policy"),
                field("purpose"),
                field("clause"),
                day("from"),
                day("to").map(start -> start.plusSeconds(24 * 60 * 60)),
                after,
                limit));
    }

    private Optional<Instant> day(String field) {
        try {
            return field(field).map(LocalDate::parse).map(day -> day.atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + value(field) + "\" is no day; write it like 2026-01-31.", e);
        }
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
