package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.postgres.Owner;
import dev.proviso.publication.PolicyStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a call checks of the store, and what only the whole check finds. */
@QuarkusTest
@Tag("system")
class ChainTest {

    private static final String LAW = "/v1/policies/law-eu/chain";
    private static final String POLICY = "/v1/policies/website-privacy/chain";

    @Inject
    Owner owner;

    @Inject
    PolicyStore store;

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
    }

    private static JsonPath chain(String address) {
        return as("auditor").get(address).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void a_changed_text_is_found_where_it_is_asked_for_and_a_changed_record_everywhere() throws SQLException {
        assertThat(chain(POLICY + "?verify=full").getBoolean("intact")).isTrue();
        String content = "overlay(content placing '\\x58'::bytea from 1000 for 1)";
        owner.execute("set session_replication_role = replica; update document set content = " + content
                + ", sha256 = encode(sha256(" + content + "), 'hex') where id = 'law-eu'");

        assertThat(chain(LAW).getString("damage")).startsWith("The document law-eu@");
        JsonPath other = chain(POLICY);
        assertThat(other.getBoolean("intact")).isTrue();
        assertThat(other.getString("texts")).isEqualTo("OF_THIS_DOCUMENT");
        JsonPath full = chain(POLICY + "?verify=full");
        assertThat(full.getString("damage")).startsWith("The document law-eu@");
        assertThat(full.getString("texts")).isEqualTo("OF_ALL");

        owner.execute("set session_replication_role = replica; update publication set by_whom = 'x' where number = 3");
        assertThat(chain(POLICY).getString("damage")).startsWith("Record 3 of the chain");
    }

    @Test
    void a_misspelt_word_is_no_check_at_all() {
        JsonPath problem = as("auditor")
                .get(POLICY + "?verify=ful")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("detail")).contains("verify", "Did you mean \"full\"?");
    }
}
