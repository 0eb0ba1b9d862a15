package dev.proviso.postgres;

import dev.proviso.publication.Content;
import dev.proviso.publication.TestStore;
import dev.proviso.publication.VersionTests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rule tests in the tables {@code test_set}, {@code test_set_file} and {@code test_file}. */
@InDatabase
@ApplicationScoped
public class PostgresTestStore implements TestStore {

    private static final String FILE = "insert into test_file (sha256, content) values (?1, ?2) on conflict do nothing";
    private static final String SET = "insert into test_set (sha256, manifest) values (?1, ?2) on conflict do nothing";
    private static final String SET_FILE =
            "insert into test_set_file (set_sha256, name, file_sha256) values (?1, ?2, ?3) on conflict do nothing";

    private final EntityManager entities;

    PostgresTestStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void keep(VersionTests tests) {
        String set = tests.sha256();
        // In the order of their hashes, so that two who keep the same files wait for each other in one direction.
        SortedMap<String, Content> files = new TreeMap<>();
        tests.files().values().forEach(file -> files.put(file.sha256(), file));
        files.forEach((hash, file) -> insert(FILE, hash, file.bytes()));
        insert(SET, set, tests.manifest());
        tests.files().forEach((name, file) -> insert(SET_FILE, set, name, file.sha256()));
    }

    private void insert(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    @Override
    @Transactional
    public Optional<VersionTests> find(String sha256) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select named.name, file.content from test_set_file named"
                                + " join test_file file on file.sha256 = named.file_sha256 where named.set_sha256 = ?1",
                        Object[].class)
                .setParameter(1, sha256)
                .getResultList();
        SortedMap<String, Content> files = new TreeMap<>();
        // Bytes that are no text any more become another text, whose hash tells.
        rows.forEach(
                row -> files.put((String) row[0], new Content(new String((byte[]) row[1], StandardCharsets.UTF_8))));
        return files.isEmpty() ? Optional.empty() : Optional.of(new VersionTests(files));
    }
}
