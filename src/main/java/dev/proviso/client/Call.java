package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A request.
 *
 * @param path with the query
 * @param repeatable whether the service does the same once if it is sent twice
 * @param key that makes it so for an event
 */
record Call(String method, String path, Optional<JsonNode> body, boolean repeatable, Optional<String> key) {

    static Call get(String path) {
        return new Call("GET", path, Optional.empty(), true, Optional.empty());
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Optional.empty(), true, Optional.empty());
    }

    /** A question. Each time that it is answered the answer is recorded, so it is not sent twice without need. */
    static Call question(String path, JsonNode body) {
        return new Call("POST", path, Optional.of(body), false, Optional.empty());
    }

    /** An event of a user. */
    static Call event(String method, String path, JsonNode body, String key) {
        return new Call(method, path, Optional.of(body), true, Optional.of(key));
    }
}
