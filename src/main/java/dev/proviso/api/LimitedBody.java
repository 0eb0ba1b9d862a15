package dev.proviso.api;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops reading a body that did not say how large it is, once it is too large, with a problem like any other. */
@Provider
public class LimitedBody implements ReaderInterceptor {

    private final long limit;

    LimitedBody(@ConfigProperty(name = "proviso.http.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Limited(body.getInputStream(), limit));
        return body.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(Math.max(0, some));
            return some;
        }

        /** Nobody is going to read the rest, so the connection ends with the answer. */
        private void count(int more) {
            left -= more;
            if (left < 0) {
                throw new ClientErrorException(Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                        .header("Connection", "close")
                        .build());
            }
        }
    }
}
