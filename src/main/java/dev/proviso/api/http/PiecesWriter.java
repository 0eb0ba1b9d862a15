package dev.proviso.api.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes each piece when the one before it is out, and asks for the next one then: a caller who reads slowly is served slowly.
 * One who is gone ends the work. Quarkus' own writer of streams holds back the end of a line until the next one comes.
 */
@Provider
public class PiecesWriter implements ServerMessageBodyWriter<Pieces> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Pieces.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Pieces.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Pieces pieces, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        request.suspend();
        response.setChunked(true);
        pieces.all()
                .onItem()
                .transformToUniAndConcatenate(piece -> Uni.createFrom().completionStage(() -> response.write(piece)))
                .onSubscription()
                .invoke(writing ->
                        AdmittedRequest.of(request.unwrap(RoutingContext.class)).atEnd(writing::cancel))
                .subscribe()
                .with(
                        written -> {},
                        failure -> {
                            request.serverRequest().closeConnection();
                            request.close();
                        },
                        () -> {
                            response.end();
                            pieces.after().run();
                            request.resume();
                        });
    }

    @Override
    public void writeTo(
            Pieces pieces,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("Pieces are written as they come.");
    }
}
