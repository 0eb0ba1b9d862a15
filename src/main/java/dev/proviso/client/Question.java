package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * May this purpose use this data? A question never changes: each method gives another, so one that is asked often can be kept
 * and completed. What is not said is absent or unknown, as the language of policies has it.
 */
public final class Question {

    private final Fields fields;

    private Question(Fields fields) {
        this.fields = fields;
    }

    /** A question about one kind of data. */
    public static Question of(String policy, String purpose, String data) {
        return of(policy, purpose).and(all -> all.with("data", data));
    }

    /** A question about up to 100 kinds of data; the answer is the strictest, with one part for each. */
    public static Question of(String policy, String purpose, List<String> data) {
        return of(policy, purpose).and(all -> all.with("data", data));
    }

    private static Question of(String policy, String purpose) {
        return new Question(Fields.NONE.with("policy", policy).with("purpose", purpose));
    }

    private Question and(UnaryOperator<Fields> more) {
        return new Question(more.apply(fields));
    }

    /** Under which version: its label, {@code in-force}, or {@code governing}, which it is if nothing is said. */
    public Question version(String version) {
        return and(all -> all.with("version", version));
    }

    /** The instant that is asked about; that of the answer if nothing is said. */
    public Question at(Instant instant) {
        return and(all -> all.with("at", instant.toString()));
    }

    /** Asks to try, of a version that need not have started. The answer counts nowhere. */
    public Question trial() {
        return and(all -> all.with("trial", Fields.bool(true)));
    }

    public Question operation(String operation) {
        return and(all -> all.with("operation", operation));
    }

    /** Where the data come from. */
    public Question source(String source) {
        return and(all -> all.with("source", source));
    }

    /** Who receives the data; the controller itself if nothing is said. */
    public Question recipient(String kind) {
        return and(all -> all.with("recipient", kind));
    }

    /** @param country ISO 3166-1, or ISO 3166-2 for a subdivision */
    public Question recipient(String kind, String country) {
        return and(all -> all.with(
                "recipient",
                Fields.NONE.with("kind", kind).with("country", country).json()));
    }

    /** The country in which the data are. */
    public Question origin(String country) {
        return and(all -> all.with("origin", country));
    }

    /** The country to which they go. */
    public Question destination(String country) {
        return and(all -> all.with("destination", country));
    }

    /** The safeguards in place, and no others. */
    public Question safeguards(String... safeguards) {
        return and(all -> all.with("safeguards", List.of(safeguards)));
    }

    public Question collectedAt(Instant instant) {
        return and(all -> all.with("collectedAt", instant.toString()));
    }

    /** The purposes that the data were collected for, and no others. */
    public Question collectedFor(String... purposes) {
        return and(all -> all.with("collectedFor", List.of(purposes)));
    }

    public Question circumstance(String name, boolean holds) {
        return and(all -> all.within("circumstances", name, Fields.bool(holds)));
    }

    public Question circumstance(String name, long number) {
        return and(all -> all.within("circumstances", name, Fields.number(number)));
    }

    /** An attribute of the request. */
    public Question attribute(String name, String value) {
        return and(all -> all.within("attributes", name, Fields.text(value)));
    }

    public Question attribute(String name, boolean value) {
        return and(all -> all.within("attributes", name, Fields.bool(value)));
    }

    public Question attribute(String name, long value) {
        return and(all -> all.within("attributes", name, Fields.number(value)));
    }

    /** An attribute of the data. */
    public Question dataAttribute(String name, String value) {
        return and(all -> all.within("dataAttributes", name, Fields.text(value)));
    }

    public Question dataAttribute(String name, boolean value) {
        return and(all -> all.within("dataAttributes", name, Fields.bool(value)));
    }

    public Question dataAttribute(String name, long value) {
        return and(all -> all.within("dataAttributes", name, Fields.number(value)));
    }

    /** Whom the question is about. */
    public Question user(User user) {
        return and(all -> all.with("user", user.json()));
    }

    /** Says that a fact is unknown, where leaving it out would say something else ({@code recipient}, {@code origin}). */
    public Question unknown(String field) {
        return and(all -> all.unknown(field));
    }

    String policy() {
        return fields.json().path("policy").asText();
    }

    ObjectNode json() {
        return fields.json();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Question question && question.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** The question in JSON, as it is sent; it may name a person. */
    @Override
    public String toString() {
        return fields.json().toString();
    }
}
