package dev.proviso.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A version of a policy that the user accepted expressly. */
public record Acceptance(String policy, String version, Instant at) {

    ObjectNode json() {
        return Fields.NONE
                .with("policy", policy)
                .with("version", version)
                .with("at", at.toString())
                .json();
    }
}
