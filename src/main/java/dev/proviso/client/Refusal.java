package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sources that the settings of the user's device refuse.
 *
 * @param scope keys of sources
 * @param madeAt since when; empty for ever since
 */
public record Refusal(List<String> scope, Optional<Instant> madeAt, Optional<Instant> liftedAt) {

    public Refusal {
        scope = List.copyOf(scope);
    }

    /** A refusal that has always stood. */
    public static Refusal of(String... sources) {
        return new Refusal(List.of(sources), Optional.empty(), Optional.empty());
    }

    /** The same refusal, made at an instant. */
    public Refusal made(Instant at) {
        return new Refusal(scope, Optional.of(at), liftedAt);
    }

    /** The same refusal, lifted. */
    public Refusal lifted(Instant at) {
        return new Refusal(scope, madeAt, Optional.of(at));
    }

    ObjectNode json() {
        Fields bare = Fields.NONE.with("scope", scope);
        Fields made = madeAt.map(at -> bare.with("madeAt", at.toString())).orElse(bare);
        return liftedAt.map(at -> made.with("liftedAt", at.toString()))
                .orElse(made)
                .json();
    }
}
