package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.wiring.SchemaVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class SchemaVersionTest {

    @Inject
    Owner owner;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String username;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private FluentConfiguration configuration() {
        return Flyway.configure().dataSource(url, username, password).locations("classpath:db/migration");
    }

    @Test
    void a_database_of_a_later_version_is_refused_with_one_sentence() throws Exception {
        assertThatCode(() -> new SchemaVersion().customize(configuration())).doesNotThrowAnyException();
        owner.execute(
                "insert into flyway_schema_history select installed_rank + 1000, '12345', description, type, script,"
                        + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                        + " where version = '1'");
        try {
            assertThatThrownBy(() -> new SchemaVersion().customize(configuration()))
                    .hasMessageMatching(
                            "The database has the schema 12345 of a later version of Proviso, and this version"
                                    + " knows those up to [0-9]+\\. .*");
        } finally {
            owner.execute("delete from flyway_schema_history where version = '12345'");
        }
    }
}
