package dev.proviso.postgres;

import dev.proviso.record.RulebookArchive;
import dev.proviso.record.RulebookManifest;
import dev.proviso.record.StoredRulebook;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rulebooks in the tables {@code rulebook} and {@code rulebook_part}. */
@InDatabase
@ApplicationScoped
public class PostgresRulebookArchive implements RulebookArchive, PanacheRepositoryBase<RulebookRow, String> {

    @Override
    @Transactional
    public void keep(StoredRulebook rulebook) {
        // In the order of their hashes, so that two who keep the same parts wait for each other in one direction.
        rulebook.parts()
                .forEach((sha256, content) -> insert(
                        "insert into rulebook_part (sha256, content) values (?1, ?2) on conflict do nothing",
                        sha256,
                        content.bytes()));
        insert(
                "insert into rulebook (hash, manifest) values (?1, ?2) on conflict do nothing",
                rulebook.manifest().hash(),
                rulebook.manifest().json());
    }

    private void insert(String sql, Object key, Object value) {
        getEntityManager()
                .createNativeQuery(sql)
                .setParameter(1, key)
                .setParameter(2, value)
                .executeUpdate();
    }

    @Override
    @Transactional
    public Optional<StoredRulebook> find(String hash) {
        return findByIdOptional(hash)
                .map(row -> RulebookManifest.of(row.manifest))
                .map(this::whole);
    }

    private StoredRulebook whole(RulebookManifest manifest) {
        Map<String, byte[]> parts = new TreeMap<>();
        for (String sha256 : StoredRulebook.hashes(manifest)) {
            Optional.ofNullable(getEntityManager().find(RulebookPartRow.class, sha256))
                    .ifPresent(part -> parts.put(part.sha256, part.content));
        }
        return StoredRulebook.of(manifest, parts);
    }
}
