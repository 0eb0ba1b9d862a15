package dev.proviso.publication;

import java.util.Optional;

/** A published version that starts later. Until then, and no longer, it can be withdrawn. */
public record Announced(ChainRecord record) implements Published {

    /** What is to be stored to withdraw it. */
    Publication withdraw(Signature by, String reason, Chain chain) {
        return new Publication(chain.withdraw(record, by, reason), Optional.empty(), Optional.empty());
    }
}
