package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** For a missing fact, a few values worth trying when one looks for what would permit. */
final class Witnesses {

    private Witnesses() {}

    /** Empty if the path is nothing that a caller can state, such as a table's row. */
    static Optional<List<UnaryOperator<Question>>> of(String path, Question question, Rulebook rulebook) {
        Optional<Place> home =
                rulebook.policy().heldIn().or(() -> rulebook.policy().controller());
        return switch (path) {
            case "user.birthDate" -> Optional.of(List.of(born(40, question), born(10, question)));
            case "user.country" ->
                home.map(place -> List.of(asked -> asked.by(asked.user().livingIn(place))));
            case "user.uses" ->
                Optional.of(List.of(asked -> asked.by(asked.user().using(asked.at()))));
            case "source" ->
                Optional.of(rulebook.words().allLeaves(Section.SOURCES).stream()
                        .<UnaryOperator<Question>>map(key -> asked -> asked.about(
                                asked.purpose(), asked.operation(), asked.data(), Optional.of(key), asked.recipient()))
                        .toList());
            case "recipient" ->
                Optional.of(rulebook.words().allLeaves(Section.RECIPIENTS).stream()
                        .<UnaryOperator<Question>>map(key -> asked -> asked.about(
                                asked.purpose(), asked.operation(), asked.data(), asked.source(), Optional.of(key)))
                        .toList());
            case "origin" ->
                home.map(place -> List.of(asked -> asked.moving(Question.Stated.at(place), asked.destination())));
            case "destination" ->
                home.map(place -> List.of(asked -> asked.moving(asked.origin(), Question.Stated.at(place))));
            case "collectedFor" ->
                Optional.of(
                        List.of(asked -> asked.collected(asked.collectedAt(), Optional.of(Set.of(asked.purpose())))));
            case "collectedAt" ->
                Optional.of(List.of(asked -> asked.collected(Optional.of(asked.at()), asked.collectedFor())));
            default ->
                path.startsWith("circumstances.")
                        ? circumstance(path.substring("circumstances.".length()))
                        : Optional.empty();
        };
    }

    private static UnaryOperator<Question> born(int years, Question question) {
        LocalDate today = question.at().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        return asked -> asked.by(asked.user().born(Birth.on(today.minusYears(years), today)));
    }

    private static Optional<List<UnaryOperator<Question>>> circumstance(String key) {
        return Optional.of(List.of(stating(key, true), stating(key, false)));
    }

    private static UnaryOperator<Question> stating(String key, boolean value) {
        return asked -> {
            SortedMap<Key, Optional<Literal>> stated = new TreeMap<>(asked.circumstances());
            stated.put(new Key(key), Optional.of(new Literal.Bool(value)));
            return asked.under(stated);
        };
    }
}
