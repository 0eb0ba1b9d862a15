package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A question in the making, which starts as another one. */
final class QuestionBuilder {

    Instant at;
    Key purpose;
    Key operation;
    Key data;
    Optional<Key> source;
    Optional<Key> recipient;
    Optional<Place> recipientCountry;
    Question.Stated origin;
    Question.Stated destination;
    Optional<Set<Key>> safeguards;
    Optional<Instant> collectedAt;
    Optional<Set<Key>> collectedFor;
    SortedMap<Key, Optional<Literal>> circumstances;
    SortedMap<String, Optional<Literal>> attributes;
    SortedMap<String, Optional<Literal>> dataAttributes;
    User user;

    QuestionBuilder(Question question) {
        at = question.at();
        purpose = question.purpose();
        operation = question.operation();
        data = question.data();
        source = question.source();
        recipient = question.recipient();
        recipientCountry = question.recipientCountry();
        origin = question.origin();
        destination = question.destination();
        safeguards = question.safeguards();
        collectedAt = question.collectedAt();
        collectedFor = question.collectedFor();
        circumstances = question.circumstances();
        attributes = question.attributes();
        dataAttributes = question.dataAttributes();
        user = question.user();
    }

    Question question() {
        return new Question(
                at,
                purpose,
                operation,
                data,
                source,
                recipient,
                recipientCountry,
                origin,
                destination,
                safeguards,
                collectedAt,
                collectedFor,
                circumstances,
                attributes,
                dataAttributes,
                user);
    }
}
