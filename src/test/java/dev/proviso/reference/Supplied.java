package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A question with some of its unknown facts taken from another one. A fact that was left out and has a default (where the
 * data is held, the zone, no movement, a value of the vocabulary) is not unknown and stays as it is.
 */
record Supplied(Question question, Question facts, Chance chance) {

    Question some() {
        return new Question(
                question.at(),
                question.purpose(),
                question.operation(),
                question.data(),
                perhaps(question.source(), facts.source()),
                perhaps(question.recipient(), facts.recipient()),
                recipientCountry(),
                place(question.origin(), facts.origin()),
                place(question.destination(), facts.destination()),
                perhaps(question.safeguards(), facts.safeguards()),
                perhaps(question.collectedAt(), facts.collectedAt()),
                perhaps(question.collectedFor(), facts.collectedFor()),
                values(question.circumstances(), facts.circumstances(), this::circumstance),
                values(question.attributes(), facts.attributes(), (name, value) -> true),
                values(question.dataAttributes(), facts.dataAttributes(), this::dataAttribute),
                user(question.user(), facts.user()));
    }

    private <T> Optional<T> perhaps(Optional<T> known, Optional<T> supplied) {
        return known.isPresent() || chance.in(50) ? known : supplied;
    }

    /** What is stated as unknown. */
    private Question.Stated place(Question.Stated known, Question.Stated supplied) {
        boolean unknown =
                known.equals(Question.Stated.UNKNOWN) && supplied.place().isPresent();
        return unknown && chance.in(50) ? supplied : known;
    }

    /** Stating it where the destination is left out would say that the data moves at all. */
    private Optional<Place> recipientCountry() {
        boolean moves = question.destination().stated()
                || question.operation().equals(Key.DISCLOSE)
                || question.operation().equals(Key.TRANSFER);
        return moves ? perhaps(question.recipientCountry(), facts.recipientCountry()) : question.recipientCountry();
    }

    /** A boolean left out does not hold; a number left out is unknown. */
    private boolean circumstance(Key key, Optional<Literal> value) {
        return question.circumstances().containsKey(key) || key.value().equals(Words.NUMBER_CIRCUMSTANCE);
    }

    private boolean dataAttribute(String name, Optional<Literal> value) {
        return question.dataAttributes().containsKey(name)
                || Words.VOCABULARY.terms().getOrDefault(Section.DATA, new TreeMap<>()).values().stream()
                        .noneMatch(term -> term.attributes().containsKey(name));
    }

    private <K> SortedMap<K, Optional<Literal>> values(
            SortedMap<K, Optional<Literal>> known,
            SortedMap<K, Optional<Literal>> supplied,
            BiFunction<K, Optional<Literal>, Boolean> isUnknown) {
        SortedMap<K, Optional<Literal>> values = new TreeMap<>(known);
        supplied.forEach((name, value) -> {
            boolean open = known.getOrDefault(name, Optional.empty()).isEmpty() && isUnknown.apply(name, value);
            if (open && value.isPresent() && chance.in(50)) {
                values.put(name, value);
            }
        });
        return values;
    }

    private User user(User known, User supplied) {
        return new User(
                perhaps(known.country(), supplied.country()),
                known.timeZone(),
                perhaps(known.birth(), supplied.birth()).map(this::narrowed),
                perhaps(known.consents(), supplied.consents()),
                perhaps(known.objections(), supplied.objections()),
                perhaps(known.refusals(), supplied.refusals()),
                perhaps(known.uses(), supplied.uses()),
                values(known.attributes(), supplied.attributes(), (name, value) -> true));
    }

    private Birth narrowed(Birth birth) {
        return chance.in(50)
                ? birth
                : chance.of(new Birth(birth.latest(), birth.latest()), new Birth(birth.earliest(), birth.earliest()));
    }
}
