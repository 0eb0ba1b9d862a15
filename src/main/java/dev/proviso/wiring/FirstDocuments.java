package dev.proviso.wiring;

import dev.proviso.embedded.StartRefused;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.testrun.FolderTests;
import dev.proviso.testrun.TestFiles;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** The documents of a folder with their rule tests, as they come into an empty store. */
public final class FirstDocuments {

    private FirstDocuments() {}

    /**
     * Publishes them, unless something was published before.
     *
     * @param files their bytes, by path within the folder
     * @return how many were published
     * @throws dev.proviso.publication.DocumentsRefused if one has mistakes, or they do not fit together
     */
    public static int publish(SortedMap<String, byte[]> files, PolicyStore store, Instant now) {
        FolderTests tests = new FolderTests(TestFiles.of(files));
        KeptTests kept = new KeptTests(store.tests());
        List<PublishedDocument> documents = DocumentFolder.read(files, now).stream()
                .map(document -> tested(document, tests, kept))
                .toList();
        return store.publishFirst(documents) ? documents.size() : 0;
    }

    private static PublishedDocument tested(PublishedDocument document, FolderTests tests, KeptTests kept) {
        try {
            return document.name().kind() == DocumentName.Kind.VOCABULARY
                    ? document
                    : document.testedBy(kept.keep(tests.about(document.name().id())));
        } catch (Refused tooMany) {
            throw new StartRefused("Proviso does not start, for the rule tests of " + document.name()
                    + " cannot be kept.\n\n" + tooMany.getMessage());
        }
    }
}
