package dev.proviso.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every answer that a test gets against the description of the interface. */
final class AsDescribed implements Filter {

    /** By the port of the service, for one run of the tests starts several. */
    private static final Map<Integer, Description> DESCRIPTIONS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        Response response = next.next(request, expected);
        URI uri = URI.create(request.getURI());
        Description description = DESCRIPTIONS.computeIfAbsent(uri.getPort(), port -> Description.read());
        description.call(request.getMethod(), uri.getRawPath()).ifPresent(call -> assertThat(description.faults(
                        call, response.statusCode(), String.valueOf(response.contentType()), response.asString()))
                .as("%s answered %s with %s", call, response.statusCode(), response.asString())
                .isEmpty());
        return response;
    }
}
