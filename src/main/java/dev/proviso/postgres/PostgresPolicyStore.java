package dev.proviso.postgres;

import dev.proviso.publication.Chain;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentDigest;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Publication;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Signature;
import dev.proviso.publication.TestStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.exception.ConstraintViolationException;

/** Published documents in the table {@code document}, and their chain in the table {@code publication}. */
@InDatabase
@ApplicationScoped
public class PostgresPolicyStore implements PolicyStore, PanacheRepositoryBase<DocumentRow, DocumentRow.Key> {

    /** What is violated if the chain, or the draft, is not where it was. */
    private static final Set<String> MOVED =
            Set.of("publication_pkey", "publication_follows", "publication_act_once", "publication_number_hash_key");

    /** A document refers to its vocabulary, which must be there before it. */
    private static final Comparator<PublishedDocument> VOCABULARIES_FIRST = Comparator.comparing(
                    (PublishedDocument document) -> document.vocabulary().isPresent())
            .thenComparing(PublishedDocument::name);

    private final PostgresTestStore tests;

    PostgresPolicyStore(PostgresTestStore tests) {
        this.tests = tests;
    }

    @Override
    public TestStore tests() {
        return tests;
    }

    @Override
    @Transactional
    public boolean publishFirst(Collection<PublishedDocument> documents) {
        // Two programs that start on one empty store take turns here, and the second finds it full.
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('proviso publication'))", Object.class)
                .getSingleResult();
        if (head() > 0) {
            return false;
        }
        if (count() > 0) {
            chainWhatIsThere();
            return false;
        }
        documents.stream().sorted(VOCABULARIES_FIRST).forEach(this::publish);
        return true;
    }

    /** What was published before there was a chain begins it. */
    private void chainWhatIsThere() {
        Chain chain = new Chain(List.of());
        for (PublishedDocument document : streamAll()
                .map(DocumentRow::document)
                .sorted(VOCABULARIES_FIRST)
                .toList()) {
            ChainRecord record = chain.publish(document, new Signature(Signature.PROVISO, document.loadedAt()));
            getEntityManager().persist(new PublicationRow(record));
            chain = new Chain(List.of(record));
        }
    }

    @Override
    @Transactional
    public void append(List<Publication> publications) {
        for (int i = 1; i < publications.size(); i++) {
            if (publications.get(i).record().number()
                    != publications.get(i - 1).record().number() + 1) {
                throw new Moved();
            }
        }
        publications.forEach(this::keep);
    }

    private void keep(Publication publication) {
        publication.document().map(PublishedDocument::name).ifPresent(name -> {
            if (findByIdOptional(DocumentRow.Key.of(name)).isPresent()) {
                throw new AlreadyPublished(name);
            }
        });
        try {
            publication.document().ifPresent(document -> add(new DocumentRow(document)));
            add(new PublicationRow(publication.record()));
            publication.event().ifPresent(event -> add(new DraftEventRow(event)));
        } catch (ConstraintViolationException e) {
            throw refused(publication, e);
        }
    }

    private void add(Object row) {
        getEntityManager().persist(row);
        flush();
    }

    private static RuntimeException refused(Publication publication, ConstraintViolationException e) {
        String constraint = String.valueOf(e.getConstraintName());
        if (constraint.equals("document_pkey")) {
            return new AlreadyPublished(publication.record().name());
        }
        return MOVED.contains(constraint) || PostgresDraftStore.CHANGED.contains(constraint) ? new Moved() : e;
    }

    @Override
    @Transactional
    public Optional<PublishedDocument> find(DocumentName name) {
        return findByIdOptional(DocumentRow.Key.of(name)).map(DocumentRow::document);
    }

    @Override
    @Transactional
    public long head() {
        return getEntityManager()
                .createQuery("select coalesce(max(p.number), 0) from PublicationRow p", Long.class)
                .getSingleResult();
    }

    @Override
    @Transactional
    public List<PublishedDocument> all() {
        Set<DocumentName> standing = new TreeSet<>();
        new Chain(chain()).standing().forEach(record -> standing.add(record.name()));
        return listAll().stream()
                .filter(row -> standing.contains(row.key.name()))
                .map(DocumentRow::document)
                .sorted(Comparator.comparing(PublishedDocument::name))
                .toList();
    }

    @Override
    @Transactional
    public List<DocumentName> names() {
        return getEntityManager()
                .createQuery("select d.key from DocumentRow d", DocumentRow.Key.class)
                .getResultStream()
                .map(DocumentRow.Key::name)
                .sorted()
                .toList();
    }

    @Override
    @Transactional
    public List<DocumentDigest> imprints(Optional<String> id) {
        return getEntityManager()
                .createQuery("from ImprintRow where :id is null or key.id = :id", ImprintRow.class)
                .setParameter("id", id.orElse(null))
                .getResultStream()
                .map(ImprintRow::imprint)
                .toList();
    }

    @Override
    @Transactional
    public List<ChainRecord> chain() {
        return getEntityManager()
                .createQuery("from PublicationRow order by number", PublicationRow.class)
                .getResultStream()
                .map(PublicationRow::record)
                .toList();
    }
}
