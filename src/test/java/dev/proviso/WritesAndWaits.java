package dev.proviso;

import dev.proviso.embedded.EmbeddedPostgres;
import dev.proviso.embedded.Home;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program of its own: starts the embedded PostgreSQL on a home, commits a row, says so, and waits to be killed. */
public final class WritesAndWaits {

    private WritesAndWaits() {}

    public static void main(String... arguments) throws SQLException, InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.on(Home.path(arguments[0], "PROVISO_HOME"));
        try (Connection connection =
                        DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text text)");
            statement.execute("insert into note values ('kept')");
            System.gc(); // what is not held on to, such as a lock on the home, is lost here
            System.out.println("written");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
