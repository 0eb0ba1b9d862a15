package dev.proviso.reference;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Atom.Attribute.Test;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Random conditions, each atom as likely as any other. */
record RandomConditions(Chance chance) {

    /** Where an atom may stand. */
    enum Spot {
        /** A rule that does not cover {@code use}. */
        RULE,
        /** A rule about {@code use}, which cannot ask whether the use is permitted. */
        RULE_ABOUT_USE,
        /** A {@code when} of the transfers, which cannot ask what the transfers say. */
        ROW
    }

    Condition condition(Spot spot, int depth) {
        int kind = depth == 0 ? 0 : chance.between(0, 9);
        if (kind <= 4) {
            return atom(spot);
        }
        if (kind == 5) {
            return new Condition.Not(condition(spot, depth - 1));
        }
        List<Condition> parts = IntStream.range(0, chance.between(2, 3))
                .mapToObj(i -> condition(spot, depth - 1))
                .toList();
        return kind <= 7 ? new Condition.And(parts) : new Condition.Or(parts);
    }

    Atom atom(Spot spot) {
        int kind = chance.between(0, 20);
        boolean askingTransfers = kind == 9 || kind == 10;
        if (spot == Spot.ROW && askingTransfers || spot != Spot.RULE && kind == 11) {
            return atom(spot);
        }
        return kind < 10 ? personAtom(kind) : factAtom(kind);
    }

    private Atom personAtom(int kind) {
        return switch (kind) {
            case 0, 1 ->
                new Atom.Consented(
                        chance.of(Atom.Consented.By.values()), chance.in(30), chance.maybe(30, this::scopeKey));
            case 2 -> new Atom.Objected(chance.maybe(30, this::scopeKey));
            case 3 -> new Atom.Refused(chance.of(Words.all(Section.SOURCES)));
            case 4 -> new Atom.DeemedAgreed();
            case 5 -> new Atom.Minor();
            case 6 -> new Atom.BelowAgeOfConsent();
            case 7 -> new Atom.Under(chance.of(13, 14, 16, 18));
            case 8 -> new Atom.Located(chance.of(Atom.Located.Party.values()), new TreeSet<>(places()));
            default -> new Atom.DestinationAdequate();
        };
    }

    private Atom factAtom(int kind) {
        return switch (kind) {
            case 10 -> new Atom.SafeguardInPlace(chance.maybe(50, () -> chance.of(Words.SAFEGUARDS)));
            case 11 -> new Atom.UsePermitted();
            case 12 -> new Atom.BasisIs(new TreeSet<>(chance.some(2, Words.BASES)));
            case 13 -> new Atom.CollectedForThisPurpose();
            case 14 -> new Atom.DataSensitive();
            case 15 -> new Atom.RetentionOver();
            case 16 -> is(chance.of(Atom.Is.Part.values()));
            case 17, 18 -> attribute();
            case 19 -> new Atom.Circumstance(chance.of(Words.CIRCUMSTANCES));
            default -> new Atom.LeavesCountry();
        };
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = chance.between(1, 2); i > 0; i--) {
            places.add(Words.anyPlace(chance));
        }
        return places;
    }

    /** A key that a consent or an objection may be about. */
    Key scopeKey() {
        return chance.of(Words.all(
                chance.of(Section.PURPOSES, Section.PURPOSES, Section.DATA, Section.OPERATIONS, Section.RECIPIENTS)));
    }

    private Atom is(Atom.Is.Part part) {
        Section section =
                switch (part) {
                    case SOURCE -> Section.SOURCES;
                    case RECIPIENT -> Section.RECIPIENTS;
                    case PURPOSE -> Section.PURPOSES;
                    case DATA -> Section.DATA;
                };
        return new Atom.Is(part, keys(section, 5, 20));
    }

    /** Any key, any except some, or a list. */
    Keys keys(Section section, int anyPercent, int exceptPercent) {
        if (chance.in(anyPercent)) {
            return Keys.ANY;
        }
        var listed = chance.some(3, Words.all(section));
        return chance.in(exceptPercent) ? Keys.anyExcept(listed) : Keys.of(listed);
    }

    private Atom attribute() {
        Owner owner = chance.of(Owner.values());
        if (owner == Owner.REQUEST && chance.in(30)) {
            return attribute(owner, Words.NUMBER_CIRCUMSTANCE, Type.INTEGER);
        }
        var declared = Words.VOCABULARY.attributes().getOrDefault(owner, new java.util.TreeMap<>());
        String name = chance.of(List.copyOf(declared.keySet()));
        return attribute(owner, name, Optional.ofNullable(declared.get(name)).orElseThrow());
    }

    private Atom attribute(Owner owner, String name, Type type) {
        boolean ordered = type == Type.INTEGER || type == Type.NUMBER || type == Type.DATE;
        Test test = ordered ? chance.of(Test.values()) : Test.IS;
        int most = test == Test.IS && type != Type.BOOLEAN ? 2 : 1;
        List<Literal> literals = IntStream.range(0, chance.between(1, most))
                .mapToObj(i -> Words.literal(chance, type, false))
                .distinct()
                .toList();
        return new Atom.Attribute(owner, name, test, literals);
    }
}
