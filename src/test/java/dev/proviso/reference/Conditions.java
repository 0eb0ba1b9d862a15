package dev.proviso.reference;

import dev.proviso.engine.Decision;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Conditions of one leaf, evaluated recursively. Every atom's value is told to the witness. */
record Conditions(Leaf leaf, BiConsumer<Atom, Tri> witness) {

    Tri value(Condition condition) {
        if (condition instanceof Condition.And and) {
            return Tri.all(and.parts().stream().map(this::value).toList());
        }
        if (condition instanceof Condition.Or or) {
            return Tri.any(or.parts().stream().map(this::value).toList());
        }
        if (condition instanceof Condition.Not not) {
            return value(not.part()).not();
        }
        Atom atom = (Atom) condition;
        Tri value = atom(atom);
        witness.accept(atom, value);
        return value;
    }

    private Tri atom(Atom atom) {
        if (atom instanceof Atom.Consented consented) {
            return new Consents(leaf).consented(consented);
        }
        if (atom instanceof Atom.Objected objected) {
            return new Consents(leaf).objected(objected);
        }
        if (atom instanceof Atom.Refused refused) {
            return new Consents(leaf).refused(refused.source());
        }
        if (atom instanceof Atom.DeemedAgreed) {
            return new Consents(leaf).deemedAgreed();
        }
        if (atom instanceof Atom.Minor) {
            return Ages.now(leaf.matter()).below(Row.Age::majority);
        }
        if (atom instanceof Atom.BelowAgeOfConsent) {
            return Ages.now(leaf.matter()).below(Ages::ageOfConsent);
        }
        if (atom instanceof Atom.Under under) {
            return Ages.now(leaf.matter()).under(under.years());
        }
        return placeOrFact(atom);
    }

    private Tri placeOrFact(Atom atom) {
        if (atom instanceof Atom.Located located) {
            return located(located);
        }
        if (atom instanceof Atom.LeavesCountry) {
            return leaf.leavesCountry();
        }
        if (atom instanceof Atom.DestinationAdequate) {
            return someTransferRow(row -> Tri.of(row.isAdequacy()));
        }
        if (atom instanceof Atom.SafeguardInPlace safeguard) {
            if (leaf.matter().question().safeguards().isEmpty()) {
                return Tri.unknown("safeguards");
            }
            return someTransferRow(row -> inPlace(row, safeguard.safeguard()));
        }
        if (atom instanceof Atom.UsePermitted) {
            return usePermitted();
        }
        if (atom instanceof Atom.BasisIs basis) {
            return Tri.of(deepest(Row.Basis.class, Row.Basis::purpose)
                    .filter(row -> basis.bases().stream().anyMatch(key -> key.covers(row.basis())))
                    .isPresent());
        }
        if (atom instanceof Atom.DataSensitive) {
            return sensitive();
        }
        if (atom instanceof Atom.RetentionOver) {
            return retentionOver();
        }
        return stated(atom);
    }

    private Tri stated(Atom atom) {
        if (atom instanceof Atom.CollectedForThisPurpose) {
            return leaf.matter()
                    .question()
                    .collectedFor()
                    .map(keys -> Tri.of(keys.stream().anyMatch(key -> key.covers(leaf.purpose()))))
                    .orElse(Tri.unknown("collectedFor"));
        }
        if (atom instanceof Atom.Is is) {
            return is(is);
        }
        if (atom instanceof Atom.Attribute attribute) {
            return attribute(attribute);
        }
        return circumstance(((Atom.Circumstance) atom).key());
    }

    private Tri located(Atom.Located atom) {
        Optional<Place> place =
                switch (atom.party()) {
                    case USER -> leaf.matter().question().user().country();
                    case CONTROLLER -> leaf.matter().policy().controller();
                    case ORIGIN -> leaf.origin();
                    case DESTINATION -> leaf.destination();
                    case RECIPIENT -> leaf.matter().question().recipientCountry();
                };
        String path =
                switch (atom.party()) {
                    case USER -> "user.country";
                    case CONTROLLER -> "controller";
                    case ORIGIN -> "origin";
                    case DESTINATION -> "destination";
                    case RECIPIENT -> "recipient.country";
                };
        return place.map(known -> Tri.any(atom.places().stream()
                        .map(other -> leaf.matter().tables().isIn(known, other, day(), path))
                        .toList()))
                .orElse(Tri.unknown(path));
    }

    /** Some winning row for the pair passes the test, and its {@code when} holds. */
    private Tri someTransferRow(Function<Row.Transfer, Tri> test) {
        if (leaf.origin().isEmpty() || leaf.destination().isEmpty()) {
            return leaf.missingPlaces();
        }
        List<Row.Transfer> rows =
                winners(leaf.origin().get(), leaf.destination().get());
        if (rows.isEmpty()) {
            return Tri.unknown("table:transfers/" + leaf.origin().get() + "/"
                    + leaf.destination().get());
        }
        return Tri.any(rows.stream()
                .map(row -> Tri.all(test.apply(row), row.when().map(this::value).orElse(Tri.TRUE)))
                .toList());
    }

    /** Within each mechanism the rows with the most specific origin, and of these those with the most specific destination. */
    private List<Row.Transfer> winners(Place origin, Place destination) {
        Tables tables = leaf.matter().tables();
        List<Row.Transfer> fitting = tables.inForce(Row.Transfer.class, day()).stream()
                .filter(row -> tables.closeness(row.origin(), origin, day()) >= 0
                        && tables.closeness(row.destination(), destination, day()) >= 0)
                .toList();
        return fitting.stream()
                .filter(row -> {
                    List<Row.Transfer> same = fitting.stream()
                            .filter(other -> other.mechanism().equals(row.mechanism()))
                            .toList();
                    List<Row.Transfer> byOrigin = tables.closest(same, Row.Transfer::origin, origin, day());
                    return tables.closest(byOrigin, Row.Transfer::destination, destination, day())
                            .contains(row);
                })
                .toList();
    }

    private Tri inPlace(Row.Transfer row, Optional<Key> safeguard) {
        List<Key> accepted = row.accepts().stream()
                .filter(key -> !key.equals(Row.Transfer.ADEQUACY)
                        && !key.equals(Row.Transfer.FREE_MOVEMENT)
                        && !key.equals(Row.Transfer.NONE_REQUIRED))
                .filter(key -> safeguard.isEmpty() || safeguard.get().equals(key))
                .toList();
        if (accepted.isEmpty()) {
            return Tri.FALSE;
        }
        return leaf.matter()
                .question()
                .safeguards()
                .map(named -> Tri.of(accepted.stream().anyMatch(named::contains)))
                .orElse(Tri.FALSE);
    }

    private Tri usePermitted() {
        ReferenceAnswer use = new LeafRank(leaf.asUse(), List.of(), witness).answer();
        if (use.decision() == Decision.INDETERMINATE) {
            return Tri.unknown(use.missing());
        }
        return Tri.of(use.decision() == Decision.PERMIT);
    }

    private Tri sensitive() {
        Tri user = sensitiveIn(leaf.matter().question().user().country(), "user.country");
        Tri controller = sensitiveIn(leaf.matter().policy().controller(), "controller");
        Tri origin = leaf.origin().isEmpty() ? Tri.unknown("origin") : sensitiveIn(leaf.origin(), "origin");
        return Tri.any(user, controller, leaf.moves() ? origin : Tri.FALSE);
    }

    /** If it is not known where the user lives, each place's own rows are taken, and they may agree. */
    private Tri sensitiveIn(Optional<Place> place, String path) {
        if (place.isPresent()) {
            return sensitiveIn(place.get());
        }
        List<Row.Sensitive> rows = leaf.matter().tables().inForce(Row.Sensitive.class, day());
        List<Boolean> values = rows.stream()
                .map(Row.Sensitive::place)
                .distinct()
                .map(one -> rows.stream()
                        .anyMatch(row -> row.place().equals(one) && row.data().covers(leaf.data())))
                .distinct()
                .toList();
        return values.size() == 1 ? Tri.of(values.get(0)) : Tri.unknown(path);
    }

    /** By all rows for the place, its country, its groups or anywhere. */
    private Tri sensitiveIn(Place place) {
        Tables tables = leaf.matter().tables();
        List<Row.Sensitive> rows = tables.inForce(Row.Sensitive.class, day()).stream()
                .filter(row -> tables.closeness(row.place(), place, day()) >= 0)
                .toList();
        return rows.isEmpty()
                ? Tri.unknown("table:sensitive/" + place)
                : Tri.of(rows.stream().anyMatch(row -> row.data().covers(leaf.data())));
    }

    private Tri retentionOver() {
        Optional<Row.Retention> row = deepest(Row.Retention.class, Row.Retention::purpose)
                .filter(found -> found.period().isPresent());
        if (row.isEmpty() || leaf.matter().question().collectedAt().isEmpty()) {
            return Tri.all(
                    row.isEmpty() ? Tri.unknown("table:retention/" + leaf.purpose()) : Tri.TRUE,
                    leaf.matter().question().collectedAt().isEmpty() ? Tri.unknown("collectedAt") : Tri.TRUE);
        }
        // Over as soon as it is in one of the zones in which the user may be, where the country is known.
        Instant collected = leaf.matter().question().collectedAt().get();
        List<Boolean> over = leaf.matter().zonesOfUser().stream()
                .map(zone -> !leaf.matter()
                        .at()
                        .isBefore(collected
                                .atZone(zone)
                                .plus(row.get().period().get())
                                .toInstant()))
                .toList();
        boolean known = leaf.matter().question().user().timeZone().isPresent()
                || leaf.matter().question().user().country().isPresent();
        return known || over.contains(true) != over.contains(false)
                ? Tri.of(over.contains(true))
                : Tri.unknown("user.country");
    }

    /** The row in force with the deepest key that covers the purpose. */
    private <R extends Row> Optional<R> deepest(Class<R> kind, Function<R, Key> purpose) {
        return leaf.matter().tables().inForce(kind, day()).stream()
                .filter(row -> purpose.apply(row).covers(leaf.purpose()))
                .max(Comparator.comparing(row -> purpose.apply(row).depth()));
    }

    private Tri is(Atom.Is atom) {
        return switch (atom.part()) {
            case SOURCE -> among(atom.keys(), leaf.source(), "source");
            case RECIPIENT -> among(atom.keys(), leaf.recipient(), "recipient");
            case PURPOSE -> Tri.of(atom.keys().covers(leaf.purpose()));
            case DATA -> Tri.of(atom.keys().covers(leaf.data()));
        };
    }

    /** What is unknown matches "any", and may match anything else. */
    static Tri among(Keys keys, Optional<Key> key, String path) {
        if (key.isEmpty()) {
            return keys.any() && keys.listed().isEmpty() ? Tri.TRUE : Tri.unknown(path);
        }
        return Tri.of(keys.any() != keys.listed().stream().anyMatch(listed -> listed.covers(key.get())));
    }

    private Tri attribute(Atom.Attribute atom) {
        Attributes.Stated stated = Attributes.stated(leaf, atom);
        return stated.value()
                .map(value -> Tri.any(atom.literals().stream()
                        .map(literal -> compare(value, atom.test(), literal, stated.path()))
                        .toList()))
                .orElse(Tri.unknown(stated.path()));
    }

    private Tri compare(Literal value, Atom.Attribute.Test test, Literal literal, String path) {
        if (value instanceof Literal.In in && literal instanceof Literal.In other) {
            return leaf.matter().tables().isIn(in.value(), other.value(), day(), path);
        }
        return switch (test) {
            case IS -> Tri.of(value.equals(literal));
            case AT_LEAST -> Tri.of(Attributes.order(value, literal) >= 0);
            case BELOW -> Tri.of(Attributes.order(value, literal) < 0);
        };
    }

    private Tri circumstance(Key key) {
        Optional<Literal> stated =
                leaf.matter().question().circumstances().getOrDefault(key, Optional.of(new Literal.Bool(false)));
        return stated.map(value -> Tri.of(((Literal.Bool) value).value())).orElse(Tri.unknown("circumstances." + key));
    }

    private LocalDate day() {
        return leaf.matter().day();
    }
}
