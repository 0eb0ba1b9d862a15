package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * What is said of a user. It never changes: each method gives another. For a user with an id, what the service's ledger knows
 * joins in: a single fact said here replaces the ledger's, a consent, objection, refusal or use adds to them.
 */
public final class User {

    private final Fields fields;

    private User(Fields fields) {
        this.fields = fields;
    }

    /** A user of the ledger. */
    public static User withId(String id) {
        return new User(Fields.NONE.with("id", id));
    }

    /** A user of whom only what is said here is known. */
    public static User unnamed() {
        return new User(Fields.NONE);
    }

    private User and(UnaryOperator<Fields> more) {
        return new User(more.apply(fields));
    }

    /** @param country ISO 3166-1, or ISO 3166-2 for a subdivision */
    public User country(String country) {
        return and(all -> all.with("country", country));
    }

    /** Since when the user has lived in the country; for the ledger, which knows by it where a consent was given. */
    public User countrySince(Instant since) {
        return and(all -> all.with("countrySince", since.toString()));
    }

    public User timeZone(ZoneId zone) {
        return and(all -> all.with("timeZone", zone.getId()));
    }

    public User birthDate(LocalDate date) {
        return and(all -> all.with("birthDate", date.toString()));
    }

    /** The age in whole years, in place of the birth date. */
    public User age(int years) {
        return and(all -> all.with("age", Fields.number(years)));
    }

    /** An age that the user has at least, in place of the birth date. */
    public User ageAtLeast(int years) {
        return and(all -> all.with("ageAtLeast", Fields.number(years)));
    }

    public User consent(Consent consent) {
        return and(all -> all.plus("consents", consent.json()));
    }

    public User objection(Objection objection) {
        return and(all -> all.plus("objections", objection.json()));
    }

    public User refusal(Refusal refusal) {
        return and(all -> all.plus("refusals", refusal.json()));
    }

    /** When the user used the service. */
    public User use(Instant at) {
        return and(all -> all.plus("uses", Fields.text(at.toString())));
    }

    public User acceptance(Acceptance acceptance) {
        return and(all -> all.plus("acceptances", acceptance.json()));
    }

    public User attribute(String name, String value) {
        return and(all -> all.within("attributes", name, Fields.text(value)));
    }

    public User attribute(String name, boolean value) {
        return and(all -> all.within("attributes", name, Fields.bool(value)));
    }

    public User attribute(String name, long value) {
        return and(all -> all.within("attributes", name, Fields.number(value)));
    }

    /** Says that a fact is unknown, where leaving it out would say something else ({@code consents}, {@code country}). */
    public User unknown(String field) {
        return and(all -> all.unknown(field));
    }

    ObjectNode json() {
        return fields.json();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User user && user.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}
