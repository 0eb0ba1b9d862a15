package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.question.BadJson;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The body of a request of AuthZEN. What is not JSON, or does not say that it is, is a bad request to the standard: 400. */
final class AuthzenBody {

    private static final int LARGEST = 1 << 20;

    private AuthzenBody() {}

    /** @throws BadJson if it is not a JSON object, or does not say so */
    static ObjectNode read(HttpHeaders headers, byte[] body) {
        boolean isJson = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .map(type -> type.split(";", 2)[0].strip())
                .filter(MediaType.APPLICATION_JSON::equalsIgnoreCase)
                .isPresent();
        if (!isJson) {
            throw new BadJson(List.of(new Mistake(
                    HttpHeaders.CONTENT_TYPE, "The body of a request is application/json.", Optional.empty())));
        }
        if (body.length > LARGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return JsonText.object(body);
    }
}
