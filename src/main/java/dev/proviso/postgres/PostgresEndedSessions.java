package dev.proviso.postgres;

import dev.proviso.http.EndedSessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** The table {@code ended_session}. Whoever adds to it takes out what is out of date. */
@InDatabase
@ApplicationScoped
public class PostgresEndedSessions implements EndedSessions {

    private final EntityManager database;
    private final Clock clock;

    PostgresEndedSessions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void end(String session, Instant last) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from ended_session where last < :now")
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            database.createNativeQuery("insert into ended_session (session, last) values (:session, :last)"
                            + " on conflict (session) do nothing")
                    .setParameter("session", session)
                    .setParameter("last", last)
                    .executeUpdate();
        });
    }

    @Override
    public boolean isEnded(String session) {
        return QuarkusTransaction.requiringNew().call(() -> !database.createNativeQuery(
                        "select 1 from ended_session where session = :session", Object.class)
                .setParameter("session", session)
                .getResultList()
                .isEmpty());
    }
}
