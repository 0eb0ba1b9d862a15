package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which rows of tables the value of an atom is looked up: those that settle it, and the memberships of groups by which
 * these were found. Apart from {@link Citation}, because a reason that cited every membership would say too much.
 */
record Lookups(Question question, Rulebook rulebook, Movement movement, LocalDate day, UserTime time) {

    Stream<Row> rows(Atom atom, Derivation derivation) {
        return switch (atom.kind()) {
            case PLACE -> located((Atom.Located) atom);
            case MAJORITY, ADEQUACY, SAFEGUARD, SENSITIVITY, BASIS, RETENTION ->
                derivation.rows(atom).stream()
                        .map(Citation.Weighed::row)
                        .flatMap(row -> Stream.concat(Stream.of(row), memberships(row)));
            case CONSENT, OBJECTION, REFUSAL, AGREEMENT, AGE, MOVEMENT, USE, COLLECTION, ACT, ATTRIBUTE, CIRCUMSTANCE ->
                Stream.empty();
        };
    }

    private Stream<Row> located(Atom.Located atom) {
        return atom.places().stream().flatMap(group -> memberships(place(atom.party()), group));
    }

    private Stream<Row> memberships(Row row) {
        if (row instanceof Row.Age age) {
            return question.user().country().stream().flatMap(home -> time.now().days().stream()
                    .flatMap(then -> tables().memberships(home, age.place(), then)));
        }
        if (row instanceof Row.Transfer transfer) {
            return Stream.concat(
                    memberships(movement.origin(), transfer.origin()),
                    memberships(movement.destination(), transfer.destination()));
        }
        if (row instanceof Row.Sensitive sensitive) {
            return Stream.of(question.user().country(), rulebook.policy().controller(), movement.origin())
                    .flatMap(place -> memberships(place, sensitive.place()));
        }
        return Stream.empty();
    }

    private Stream<Row> memberships(Optional<Place> member, Place group) {
        return member.stream().flatMap(place -> tables().memberships(place, group, day));
    }

    private Tables tables() {
        return rulebook.lawAt(question.at()).tables();
    }

    private Optional<Place> place(Atom.Located.Party party) {
        return switch (party) {
            case USER -> question.user().country();
            case CONTROLLER -> rulebook.policy().controller();
            case ORIGIN -> movement.origin();
            case DESTINATION -> movement.destination();
            case RECIPIENT -> question.recipientCountry();
        };
    }
}
