package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes documents two at a time, in one transaction of the service's database: vocabularies, which nobody has to compile.
 * The service finds them, and offers them, as it does what another replica publishes.
 */
final class PublishedPairs implements Writer {

    private static final int PAUSE_MILLIS = 100;
    private static final String INSERT =
            "insert into document (kind, id, version, content, sha256, announced_at, starts_at, loaded_at)"
                    + " values ('VOCABULARY', ?, ?, ?, encode(sha256(?), 'hex'), now(), now(), now())";

    private final ServiceProcess service;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

    PublishedPairs(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "published documents";
    }

    @Override
    public void write() throws Exception {
        String id = "pair-" + number.incrementAndGet();
        try (Connection connection = service.connection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            insert(insert, id, "1");
            insert(insert, id, "2");
            connection.commit();
        }
        acknowledged.add(id);
        // The store keeps what 300 faults leave, and reads it at each start.
        Thread.sleep(PAUSE_MILLIS);
    }

    private static void insert(PreparedStatement insert, String id, String version) throws SQLException {
        byte[] text = ("vocabulary: " + id + "\npurposes:\n  service: {}\n").getBytes(StandardCharsets.UTF_8);
        insert.setString(1, id);
        insert.setString(2, version);
        insert.setBytes(3, text);
        insert.setBytes(4, text);
        insert.executeUpdate();
    }

    @Override
    public int acknowledged() {
        return acknowledged.size();
    }

    @Override
    public void check() throws Exception {
        Set<String> there = new TreeSet<>();
        try (Connection connection = service.connection();
                Statement statement = connection.createStatement();
                ResultSet pairs = statement.executeQuery(
                        "select id, count(*) from document where id like 'pair-%' group by id")) {
            while (pairs.next()) {
                assertThat(pairs.getInt(2))
                        .as("both versions of " + pairs.getString(1))
                        .isEqualTo(2);
                there.add(pairs.getString(1));
            }
        }
        assertThat(there).containsAll(acknowledged);
        for (String id : acknowledged.stream().limit(1).toList()) {
            assertThat(service.send("GET", "/v1/policies/" + id, "", "service").body())
                    .contains("\"version\":\"1\"", "\"version\":\"2\"");
        }
    }
}
