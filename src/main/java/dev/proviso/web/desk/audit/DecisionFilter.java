package dev.proviso.web.desk.audit;

import dev.proviso.http.TakesQuery;
import dev.proviso.question.BadJson;
import dev.proviso.record.DecisionEntry;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.Records;
import dev.proviso.web.desk.Desk;
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
@TakesQuery.Fields({"user", "policy", "purpose", "clause", "from", "to"})
public record DecisionFilter(Map<String, String> fields) {

    private static final int LAST_YEAR = 9999;
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
     * @throws BadJson with a sentence, for a day that is none
     */
    Optional<DecisionQuery> query(Records records, AuditWords words, Optional<UUID> after, int limit) {
        Optional<UUID> person = field("user").flatMap(records::person);
        if (field("user").isPresent() && person.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DecisionQuery(
                person,
                field("policy").map(words::document),
                field("purpose").map(words::purposes).orElse(List.of()),
                field("clause").map(DecisionFilter::number),
                day("from"),
                day("to").map(start -> start.plusSeconds(24 * 60 * 60)),
                after,
                limit));
    }

    /** The number of a clause, where that of one of its rules was written: {@code 7(1)#2}. */
    private static String number(String clause) {
        return clause.replaceFirst("[(#].*", "").strip();
    }

    /** Whether the rule decided that is written as the clause; any does, where just a clause is written. */
    boolean wants(DecisionEntry decision) {
        String rule = value("clause");
        return rule.isEmpty()
                || number(rule).equals(rule)
                || decision.rules().stream()
                        .map(cited -> cited.substring(cited.indexOf(' ') + 1))
                        .anyMatch(cited -> cited.equals(rule) || cited.startsWith(rule + "#"));
    }

    private Optional<Instant> day(String field) {
        return field(field)
                .map(text -> day(field, text).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Of a year that a store can keep. */
    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Said below.
        }
        throw new BadJson(List.of(new dev.proviso.question.Mistake(
                field, "\"" + text + "\" is no day; write it like 2026-01-31.", Optional.empty())));
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
