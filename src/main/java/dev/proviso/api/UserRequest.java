package dev.proviso.api;

import dev.proviso.api.http.Times;
import dev.proviso.engine.UserIds;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks what stands in the address and the headers of a request about a user. */
final class UserRequest {

    private static final int LARGEST = 1 << 16;
    private static final int LONGEST_KEY = 255;

    private UserRequest() {}

    static String id(String id) {
        UserIds.mistake(id).ifPresent(wrong -> {
            throw new BadJson(List.of(new Mistake("id", wrong.sentence(), wrong.nearest())));
        });
        return id;
    }

    /**
     * The id of a user about whom something is asked, or who is erased: one that is refused by now, but is recorded, stays
     * readable and erasable.
     */
    static String known(String id, Predicate<String> isRecorded) {
        boolean mayBeRecorded = id.length() <= UserIds.LONGEST && id.indexOf('\0') < 0;
        return mayBeRecorded && !UserIds.isId(id) && isRecorded.test(id) ? id : id(id);
    }

    static byte[] body(byte[] body) {
        if (body.length > LARGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return body;
    }

    static Optional<String> key(Optional<String> key) {
        key.filter(text -> text.isBlank()
                        || text.length() > LONGEST_KEY
                        || text.chars().anyMatch(each -> each < ' ' || each > '~'))
                .ifPresent(text -> {
                    throw mistake(
                            "Idempotency-Key",
                            "An Idempotency-Key is a text of 1 to " + LONGEST_KEY + " printable ASCII characters.");
                });
        return key;
    }

    /** A time in the query, where a plus sign that was not escaped has become a space. */
    static Optional<Instant> time(String name, Optional<String> time) {
        try {
            return time.map(text -> Times.read(text.replace(' ', '+')));
        } catch (DateTimeException e) {
            throw mistake(name, "This is not an ISO 8601 time with an offset, such as \"2016-02-01T10:00:00+08:00\".");
        }
    }

    static String required(String name, Optional<String> value) {
        return value.orElseThrow(() -> mistake(name, "The parameter \"" + name + "\" is required."));
    }

    private static BadJson mistake(String at, String sentence) {
        return new BadJson(List.of(new Mistake(at, sentence, Optional.empty())));
    }
}
