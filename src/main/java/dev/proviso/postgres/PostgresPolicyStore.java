package dev.proviso.postgres;

import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Published documents in the table {@code document}. */
@ApplicationScoped
public class PostgresPolicyStore implements PolicyStore, PanacheRepositoryBase<DocumentRow, DocumentRow.Key> {

    @Override
    @Transactional
    public boolean publishFirst(Collection<PublishedDocument> documents) {
        // Two programs that start on one empty store take turns here, and the second finds it full.
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('proviso publication'))", Object.class)
                .getSingleResult();
        if (count() > 0) {
            return false;
        }
        documents.stream().sorted(PostgresPolicyStore::vocabulariesFirst).forEach(this::publish);
        return true;
    }

    /** A document refers to its vocabulary, which must be there before it. */
    private static int vocabulariesFirst(PublishedDocument a, PublishedDocument b) {
        return Boolean.compare(a.vocabulary().isPresent(), b.vocabulary().isPresent());
    }

    @Override
    @Transactional
    public void publish(PublishedDocument document) {
        if (findByIdOptional(DocumentRow.Key.of(document.name())).isPresent()) {
            throw new AlreadyPublished(document.name());
        }
        try {
            persistAndFlush(new DocumentRow(document));
        } catch (ConstraintViolationException e) {
            if ("document_pkey".equals(e.getConstraintName())) {
                throw new AlreadyPublished(document.name());
            }
            throw e;
        }
    }

    @Override
    @Transactional
    public Optional<PublishedDocument> find(DocumentName name) {
        return findByIdOptional(DocumentRow.Key.of(name)).map(DocumentRow::document);
    }

    @Override
    @Transactional
    public long head() {
        return count();
    }

    @Override
    @Transactional
    public List<PublishedDocument> all() {
        return listAll().stream()
                .map(DocumentRow::document)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
