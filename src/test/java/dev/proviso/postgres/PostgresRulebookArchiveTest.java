package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.record.RulebookArchive;
import dev.proviso.record.RulebookArchiveContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class PostgresRulebookArchiveTest extends RulebookArchiveContract {

    @Inject
    PostgresRulebookArchive archive;

    @Inject
    Owner owner;

    @Override
    protected RulebookArchive archive() {
        return archive;
    }

    @Test
    void not_even_the_owner_of_the_schema_changes_or_removes_a_rulebook() {
        assertThatThrownBy(() -> owner.execute("update rulebook_part set content = ''"))
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> owner.execute("delete from rulebook"))
                .hasMessageContaining("never changed or removed");
    }
}
