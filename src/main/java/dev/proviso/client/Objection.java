package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An objection. It stands from when it is made until just before it is lifted.
 *
 * @param scope keys of purposes, data, operations and recipients; {@code *} for everything
 */
public record Objection(List<String> scope, Instant madeAt, Optional<Instant> liftedAt) {

    public Objection {
        scope = List.copyOf(scope);
    }

    /** An objection that stands. */
    public static Objection of(Instant madeAt, String... scope) {
        return new Objection(List.of(scope), madeAt, Optional.empty());
    }

    /** The same objection, lifted. */
    public Objection lifted(Instant at) {
        return new Objection(scope, madeAt, Optional.of(at));
    }

    ObjectNode json() {
        Fields fields = Fields.NONE.with("scope", scope).with("madeAt", madeAt.toString());
        return liftedAt.map(at -> fields.with("liftedAt", at.toString()))
                .orElse(fields)
                .json();
    }
}
