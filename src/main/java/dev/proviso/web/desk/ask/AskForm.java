package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.http.TakesQuery;
import dev.proviso.policy.Key;
import dev.proviso.question.BadJson;
import dev.proviso.web.desk.DeskWords;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a person filled in to ask a question, by the names of the fields; a link to it is these in an address. What is left
 * empty is not said.
 */
@TakesQuery.Fields(
        value = {
            "policy",
            "version",
            "purpose",
            "operation",
            "data",
            "source",
            "origin",
            "destination",
            "at",
            "recipient",
            "recipientCountry",
            "country",
            "birthDate",
            "consent",
            "consentIn",
            "objection",
            MoreFacts.FIELD,
            "decision"
        },
        several = {"safeguard", "circumstance", AskForm.LEFT})
public record AskForm(Map<String, List<String>> fields) {

    /** What a link to the question could not say of it. */
    static final String LEFT = "left";

    private static final List<String> PLAIN =
            List.of("policy", "version", "purpose", "operation", "data", "source", "origin", "destination");

    /** What is asked about the user themselves. */
    private static final List<String> OF_USER = List.of("country", "birthDate");

    private static final Set<String> COUNTRIES =
            Set.of("country", "consentIn", "recipientCountry", "origin", "destination");

    private static final List<String> CONSENTS = List.of("explicit", "separate", "guardian", "guardian-separate");

    public AskForm {
        fields = Map.copyOf(fields);
    }

    static AskForm of(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> said = new TreeMap<>();
        parameters.forEach((name, values) -> {
            List<String> filled = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!filled.isEmpty()) {
                said.put(
                        name,
                        COUNTRIES.contains(name)
                                ? filled.stream().map(AskForm::country).toList()
                                : filled);
            }
        });
        return new AskForm(said);
    }

    /** The code of a country that is called by its name; anything else as it is. */
    private static String country(String text) {
        return DeskWords.countries().stream()
                .filter(country -> country.getValue().equalsIgnoreCase(text))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(text);
    }

    /** What stands in a field; empty if nothing does. */
    public String value(String field) {
        return fields.getOrDefault(field, List.of("")).get(0);
    }

    /** What is to be done with the data: to use it, where that is not said. */
    public String operation() {
        return filled("operation").orElse(Key.USE.value());
    }

    /** Whether a choice among several was taken. */
    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    /** What a field or what is said besides says, as texts; none if it says nothing. */
    List<String> said(String field) {
        JsonNode more = facts().map(facts -> facts.json().path(field)).orElse(MissingNode.getInstance());
        List<String> texts = more.isArray()
                ? StreamSupport.stream(more.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(more.asText());
        return Stream.concat(filled(field).stream(), texts.stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether what is said besides the fields says it, so that the field may be empty. */
    public boolean isSaidBesides(String field) {
        return value(field).isEmpty() && !said(field).isEmpty();
    }

    /** What is said besides the fields; empty if it cannot be read. */
    private Optional<MoreFacts> facts() {
        try {
            return Optional.of(MoreFacts.read(value(MoreFacts.FIELD)));
        } catch (BadJson unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the instant is a day of a calendar, or not said. */
    public boolean isOnDay() {
        return value("at").isEmpty() || value("at").matches("\\d{4}-\\d{2}-\\d{2}");
    }

    /** What a link to the question could not say of it, as paths into the question. */
    public List<String> left() {
        return fields.getOrDefault(LEFT, List.of());
    }

    /** Whether there is enough to ask; what cannot be read is asked, and refused with the reason. */
    boolean isComplete() {
        return !value("policy").isEmpty()
                && (facts().isEmpty()
                        || !said("purpose").isEmpty() && !said("data").isEmpty());
    }

    /**
     * The question as programs ask it. A page asks for trial only: it uses no data. What the user decided, they decided when it
     * is asked.
     *
     * @param zone where a day that was filled in begins
     */
    ObjectNode question(Instant now, ZoneId zone) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("trial", true);
        PLAIN.forEach(field -> filled(field).ifPresent(value -> question.put(field, value)));
        MoreFacts more = MoreFacts.read(value(MoreFacts.FIELD));
        String at = filled("at")
                .map(day -> instant(day, zone))
                .orElse(more.json().path("at").asText(now.toString()));
        if (filled("at").isPresent() || !more.json().has("at")) {
            question.put("at", at);
        }
        recipient(question);
        circumstances(question);
        user(question, at);
        more.addTo(question);
        return question;
    }

    /** What is no day is left as it is; whoever reads the question says what is wrong with it. */
    private static String instant(String day, ZoneId zone) {
        try {
            return LocalDate.parse(day).atStartOfDay(zone).toOffsetDateTime().toString();
        } catch (DateTimeException noDay) {
            return day;
        }
    }

    private void recipient(ObjectNode question) {
        if (filled("recipient").isPresent() || filled("recipientCountry").isPresent()) {
            ObjectNode recipient = question.putObject("recipient");
            filled("recipient").ifPresent(kind -> recipient.put("kind", kind));
            filled("recipientCountry").ifPresent(country -> recipient.put("country", country));
        }
        List<String> safeguards = fields.getOrDefault("safeguard", List.of());
        if (!safeguards.isEmpty()) {
            safeguards.forEach(question.putArray("safeguards")::add);
        }
    }

    private void circumstances(ObjectNode question) {
        List<String> given = fields.getOrDefault("circumstance", List.of());
        if (!given.isEmpty()) {
            ObjectNode circumstances = question.putObject("circumstances");
            given.forEach(circumstance -> circumstances.put(circumstance, true));
        }
    }

    private void user(ObjectNode question, String at) {
        ObjectNode user = question.putObject("user");
        OF_USER.forEach(field -> filled(field).ifPresent(value -> user.put(field, value)));
        filled("consent").ifPresent(by -> {
            refuseUnknownConsent(by);
            ObjectNode consent = user.putArray("consents").addObject();
            consent.put("by", by.startsWith("guardian") ? "guardian" : "user");
            consent.put("form", by.endsWith("separate") ? "separate" : "explicit");
            consent.putArray("scope").add(value("purpose"));
            consent.put("givenAt", at);
            filled("consentIn").ifPresent(place -> consent.put("givenIn", place));
        });
        filled("objection").ifPresent(scope -> {
            ObjectNode objection = user.putArray("objections").addObject();
            objection.putArray("scope").add(scope);
            objection.put("madeAt", at);
        });
    }

    private static void refuseUnknownConsent(String by) {
        if (!CONSENTS.contains(by)) {
            throw new BadJson(List.of(new dev.proviso.question.Mistake(
                    "consent", "\"" + by + "\" is no way to consent.", Documents.nearest(by, CONSENTS))));
        }
    }

    private Optional<String> filled(String field) {
        return Optional.of(value(field)).filter(value -> !value.isEmpty());
    }

    /** The ways in which a consent may have been given. */
    public List<String> consents() {
        return CONSENTS;
    }
}
