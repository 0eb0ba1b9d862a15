package dev.proviso.engine;

import dev.proviso.engine.User.Consent.Form;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Derives the value of an atom for one leaf of a question: the arithmetic, dates and sets that rules stay clear of. Each case
 * is a paragraph of {@code src/site/semantics.md}, "Atoms".
 */
final class Derivation implements Atom.Visitor<Evaluation> {

    private final Question question;
    private final Rulebook rulebook;
    private final Facts.Leaf leaf;
    private final Movement movement;
    private final Tables tables;
    private final LocalDate day;
    private final UserTime time;
    private final Ages ages;
    private final Consents consents;
    private final Transfers transfers;
    private final Supplier<Evaluation> usePermitted;

    /** @param usePermitted asked only for the atom of that name */
    Derivation(
            Question question,
            Rulebook rulebook,
            Facts.Leaf leaf,
            Movement movement,
            UserTime time,
            Ages ages,
            Supplier<Evaluation> usePermitted) {
        this.question = question;
        this.rulebook = rulebook;
        this.leaf = leaf;
        this.movement = movement;
        this.tables = rulebook.lawAt(question.at()).tables();
        this.day = question.at().atZone(zone(question, rulebook)).toLocalDate();
        this.time = time;
        this.ages = ages;
        this.consents = new Consents(question.user(), new Capacity.ByAge(ages), rulebook.words(), question.at(), leaf);
        this.transfers = new Transfers(question.safeguards(), movement, tables, day, this::value);
        this.usePermitted = usePermitted;
    }

    /** The zone whose days count for a question. */
    static ZoneId zone(Question question, Rulebook rulebook) {
        return question.user().timeZone().orElse(rulebook.policy().timeZone());
    }

    Evaluation value(Atom atom) {
        return atom.accept(this);
    }

    @Override
    public Evaluation consented(Atom.Consented atom) {
        Optional<User.Consent.By> by =
                atom.by() == Atom.Consented.By.GUARDIAN ? Optional.of(User.Consent.By.GUARDIAN) : Optional.empty();
        Set<Form> forms = atom.separately() ? Set.of(Form.SEPARATE) : Set.of(Form.EXPLICIT, Form.SEPARATE);
        return consents.consented(by, forms, atom.to());
    }

    @Override
    public Evaluation objected(Atom.Objected atom) {
        return consents.objected(atom.to());
    }

    @Override
    public Evaluation refused(Atom.Refused atom) {
        return consents.refused(atom.source());
    }

    @Override
    public Evaluation deemedAgreed(Atom.DeemedAgreed atom) {
        return isBound().or(consents.consented(Optional.empty(), Set.of(Form.DEEMED), Optional.empty()));
    }

    @Override
    public Evaluation minor(Atom.Minor atom) {
        return ages.isOfAge().not();
    }

    @Override
    public Evaluation belowAgeOfConsent(Atom.BelowAgeOfConsent atom) {
        return ages.mayConsent().not();
    }

    @Override
    public Evaluation under(Atom.Under atom) {
        return ages.isAtLeast(atom.years()).not();
    }

    @Override
    public Evaluation located(Atom.Located atom) {
        return isLocated(atom);
    }

    @Override
    public Evaluation leavesCountry(Atom.LeavesCountry atom) {
        return movement.leavesCountry();
    }

    @Override
    public Evaluation destinationAdequate(Atom.DestinationAdequate atom) {
        return transfers.isAdequate();
    }

    @Override
    public Evaluation safeguardInPlace(Atom.SafeguardInPlace atom) {
        return transfers.isSafeguarded(atom.safeguard());
    }

    @Override
    public Evaluation usePermitted(Atom.UsePermitted atom) {
        return usePermitted.get();
    }

    @Override
    public Evaluation basisIs(Atom.BasisIs atom) {
        return Evaluation.of(tables.basis(leaf.purpose(), day)
                .map(row -> atom.bases().stream().anyMatch(key -> key.covers(row.basis())))
                .orElse(false));
    }

    @Override
    public Evaluation collectedForThisPurpose(Atom.CollectedForThisPurpose atom) {
        return question.collectedFor()
                .map(purposes -> Evaluation.of(purposes.stream().anyMatch(key -> key.covers(leaf.purpose()))))
                .orElseGet(() -> Evaluation.unknown("collectedFor"));
    }

    @Override
    public Evaluation dataSensitive(Atom.DataSensitive atom) {
        return isSensitive();
    }

    @Override
    public Evaluation retentionOver(Atom.RetentionOver atom) {
        return isRetentionOver();
    }

    @Override
    public Evaluation is(Atom.Is atom) {
        return switch (atom.part()) {
            case SOURCE -> Conditions.matches(atom.keys(), leaf.source(), "source");
            case RECIPIENT -> Conditions.matches(atom.keys(), leaf.recipient(), "recipient");
            case PURPOSE -> Evaluation.of(atom.keys().covers(leaf.purpose()));
            case DATA -> Evaluation.of(atom.keys().covers(leaf.data()));
        };
    }

    @Override
    public Evaluation circumstance(Atom.Circumstance atom) {
        Key key = atom.key();
        Optional<Literal> stated = question.circumstances().getOrDefault(key, Optional.of(new Literal.Bool(false)));
        return stated.map(value -> Evaluation.of(value.equals(new Literal.Bool(true))))
                .orElseGet(() -> Evaluation.unknown("circumstances." + key));
    }

    /** The rows of tables that settle an atom, with what each contributes; none for an atom that no table is about. */
    List<Citation.Weighed> rows(Atom atom) {
        return switch (atom.kind()) {
            case MAJORITY -> weighed(ages.rows().stream(), value(atom).truth());
            case ADEQUACY -> transfers.adequacies();
            case SAFEGUARD -> transfers.safeguards(((Atom.SafeguardInPlace) atom).safeguard());
            case SENSITIVITY ->
                weighed(
                        sensitivePlaces()
                                .flatMap(place -> tables.sensitiveRows(place, leaf.data(), day))
                                .distinct(),
                        Truth.TRUE);
            case BASIS ->
                weighed(tables.basis(leaf.purpose(), day).stream(), value(atom).truth());
            case RETENTION ->
                weighed(
                        tables.retention(leaf.purpose(), day).stream(),
                        value(atom).truth());
            case CONSENT,
                    OBJECTION,
                    REFUSAL,
                    AGREEMENT,
                    AGE,
                    PLACE,
                    MOVEMENT,
                    USE,
                    COLLECTION,
                    ACT,
                    ATTRIBUTE,
                    CIRCUMSTANCE -> List.of();
        };
    }

    private static List<Citation.Weighed> weighed(Stream<? extends Row> rows, Truth value) {
        return rows.map(row -> new Citation.Weighed(row, value)).toList();
    }

    private Stream<Place> sensitivePlaces() {
        Stream<Place> origin = movement.moves() ? movement.origin().stream() : Stream.empty();
        Stream<Place> lawful =
                Stream.concat(question.user().country().stream(), rulebook.policy().controller().stream());
        return Stream.concat(lawful, origin);
    }

    /** Article 13: whoever used the service since the version started, or accepted the version, is bound by it. */
    private Evaluation isBound() {
        if (hasAccepted()) {
            return Evaluation.TRUE;
        }
        Predicate<Instant> since = use -> !use.isBefore(rulebook.start()) && !use.isAfter(question.at());
        return question.user()
                .uses()
                .map(uses -> Evaluation.of(uses.stream().anyMatch(since)))
                .orElseGet(() -> Evaluation.unknown("user.uses"));
    }

    private boolean hasAccepted() {
        return !rulebook.start().isAfter(question.at())
                && question.user().acceptances().stream()
                        .anyMatch(acceptance -> acceptance
                                        .policy()
                                        .equals(rulebook.policy().id())
                                && acceptance.version().equals(rulebook.policy().label())
                                && !acceptance.at().isAfter(question.at()));
    }

    private Evaluation isLocated(Atom.Located located) {
        Optional<Place> place =
                switch (located.party()) {
                    case USER -> question.user().country();
                    case CONTROLLER -> rulebook.policy().controller();
                    case ORIGIN -> movement.origin();
                    case DESTINATION -> movement.destination();
                    case RECIPIENT -> question.recipientCountry();
                };
        String path =
                switch (located.party()) {
                    case USER -> "user.country";
                    case CONTROLLER -> "controller";
                    case ORIGIN -> "origin";
                    case DESTINATION -> "destination";
                    case RECIPIENT -> "recipient.country";
                };
        return Places.isIn(place, located.places(), tables, day, path);
    }

    private Evaluation isSensitive() {
        Optional<Place> country = question.user().country();
        Evaluation known = country.map(place -> isSensitive(place))
                .orElseGet(() -> Evaluation.agreed(
                        tables.sensitive(leaf.data(), day).stream()
                                .map(Evaluation::of)
                                .toList(),
                        "user.country"));
        if (rulebook.policy().controller().isPresent()) {
            known = known.or(isSensitive(rulebook.policy().controller().get()));
        }
        if (movement.moves()) {
            known = known.or(movement.origin().map(this::isSensitive).orElseGet(() -> Evaluation.unknown("origin")));
        }
        return known;
    }

    private Evaluation isSensitive(Place place) {
        return Evaluation.of(tables.sensitive(place, leaf.data(), day), "table:sensitive/" + place);
    }

    private Evaluation isRetentionOver() {
        Evaluation missingRow = Evaluation.unknown("table:retention/" + leaf.purpose());
        Evaluation missingTime =
                question.collectedAt().isPresent() ? Evaluation.FALSE : Evaluation.unknown("collectedAt");
        return retentionEnds()
                .map(this::isOver)
                .orElseGet(() -> tables.retention(leaf.purpose(), day)
                                .flatMap(Row.Retention::period)
                                .isPresent()
                        ? missingTime
                        : missingRow.or(missingTime));
    }

    /** As soon as it is over in one of the zones in which the user may be; open while that depends on an unknown country. */
    private Evaluation isOver(UserTime.Ends ends) {
        if (question.at().isBefore(ends.first())) {
            return Evaluation.FALSE;
        }
        return time.isKnown() || !question.at().isBefore(ends.last())
                ? Evaluation.TRUE
                : Evaluation.unknown("user.country");
    }

    private Optional<UserTime.Ends> retentionEnds() {
        return question.collectedAt().flatMap(collected -> tables.retention(leaf.purpose(), day)
                .flatMap(Row.Retention::period)
                .map(period -> time.ends(collected, period)));
    }

    @Override
    public Evaluation attribute(Atom.Attribute atom) {
        boolean circumstance = atom.owner() == Atom.Attribute.Owner.REQUEST
                && Key.isKey(atom.name())
                && rulebook.vocabulary().circumstances().containsKey(new Key(atom.name()));
        String path =
                switch (atom.owner()) {
                    case USER -> "user.attributes." + atom.name();
                    case DATA -> "dataAttributes." + atom.name();
                    case REQUEST -> (circumstance ? "circumstances." : "attributes.") + atom.name();
                };
        Optional<Literal> value =
                switch (atom.owner()) {
                    case USER -> question.user().attributes().getOrDefault(atom.name(), Optional.empty());
                    case DATA -> dataAttribute(atom.name());
                    case REQUEST ->
                        circumstance
                                ? question.circumstances().getOrDefault(new Key(atom.name()), Optional.empty())
                                : question.attributes().getOrDefault(atom.name(), Optional.empty());
                };
        return value.map(literal -> Comparisons.value(atom, literal, tables, day, path))
                .orElseGet(() -> Evaluation.unknown(path));
    }

    private Optional<Literal> dataAttribute(String name) {
        if (question.dataAttributes().containsKey(name)) {
            return question.dataAttributes().get(name);
        }
        Vocabulary.Term term =
                rulebook.vocabulary().listed(Vocabulary.Section.DATA).getOrDefault(leaf.data(), Vocabulary.Term.PLAIN);
        return Optional.ofNullable(term.attributes().get(name));
    }
}
