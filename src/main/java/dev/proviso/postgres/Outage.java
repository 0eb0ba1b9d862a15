package dev.proviso.postgres;

import dev.proviso.decision.StoreAway;
import dev.proviso.ledger.WrappingKeys;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an outage of the database, or of the wrapping keys, from all that else can fail. It stands around the transaction, whose end may fail too. */
@InDatabase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class Outage {

    /**
     * How the states begin that say so: the connection broke (08), nobody may sign in (28), the server has no room (53),
     * stops or starts (57P), is a replica that takes no writes (25006).
     */
    private static final List<String> STATES = List.of("08", "28", "53", "57P", "25006");

    @AroundInvoke
    Object tell(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (StoreAway known) {
            throw known;
        } catch (Exception failure) {
            throw isOutage(failure) ? new StoreAway(failure) : failure;
        }
    }

    static boolean isOutage(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        return failure instanceof WrappingKeys.Unavailable
                || failure instanceof SQLException sql && isOutage(sql.getSQLState())
                || Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()))
                        .anyMatch(Outage::isOutage);
    }

    /** The pool of connections, which knows no states, has none to give. */
    private static boolean isOutage(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
