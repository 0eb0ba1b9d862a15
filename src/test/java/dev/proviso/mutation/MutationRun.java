package dev.proviso.mutation;

import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.reference.InParallel;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.testrun.TestFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The documents of {@code policies/}, changed, and the tests there that should notice. */
final class MutationRun {

    private final Map<String, Policy> documents = new LinkedHashMap<>();
    private final Suite suite;

    /**
     * What came of changes.
     *
     * @param caught how many made a test fail
     * @param proven how many change no answer, by {@link Sameness}
     * @param survivors the others
     */
    record Result(int caught, int proven, List<Mutant> survivors) {}

    /** Changes that have most of what is to be compiled in common; together they are compiled but once. */
    private record Batch(String document, Optional<RuleId> rule) {

        /** Of a law all rules are compiled together, for they are few. */
        static Batch of(Mutant mutant) {
            return new Batch(
                    mutant.document().name(), mutant.isLaw() ? mutant.rule().map(rule -> ANY) : mutant.rule());
        }

        private static final RuleId ANY = new RuleId("any", "", 1);
    }

    MutationRun() {
        SortedMap<String, byte[]> files = DocumentFolder.files(Path.of("policies"));
        TestFiles found = TestFiles.of(files);
        Library library = Library.of(DocumentFolder.read(files, Instant.EPOCH));
        Corpus corpus = found.corpus(library, DocumentName::toString);
        corpus.subjects().stream()
                .filter(subject -> library.ids().contains(subject.id()))
                .map(subject -> subject.text().policy())
                .forEach(policy -> documents.put(policy.name(), policy));
        List<RuleTestCase> tests = found.tests().stream()
                .flatMap(file -> RuleTestFile.read(file, corpus).value().orElseThrow().tests().stream())
                .toList();
        this.suite = new Suite(tests);
    }

    /** Every change of every document. */
    List<Mutant> mutants() {
        return documents.values().stream()
                .flatMap(document -> Mutants.of(document).stream())
                .toList();
    }

    Result judge(Collection<Mutant> mutants) {
        AtomicInteger proven = new AtomicInteger();
        Queue<Mutant> survivors = new ConcurrentLinkedQueue<>();
        List<Map.Entry<Batch, List<Mutant>>> batches = new ArrayList<>(mutants.stream()
                .collect(Collectors.groupingBy(Batch::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet());
        InParallel.forEach(LongStream.range(0, batches.size()), number -> {
            Map.Entry<Batch, List<Mutant>> batch = batches.get((int) number);
            Function<Mutant, Optional<RuleTestCase>> noticing = noticing(batch.getKey());
            for (Mutant mutant : batch.getValue()) {
                if (isProven(mutant)) {
                    proven.incrementAndGet();
                } else if (noticing.apply(mutant).isEmpty()) {
                    survivors.add(mutant);
                }
            }
        });
        return new Result(mutants.size() - proven.get() - survivors.size(), proven.get(), List.copyOf(survivors));
    }

    private boolean isProven(Mutant mutant) {
        return Sameness.proof(mutant, List.copyOf(documents.values())).isPresent();
    }

    private Function<Mutant, Optional<RuleTestCase>> noticing(Batch batch) {
        Policy document = Objects.requireNonNull(documents.get(batch.document()));
        if (batch.rule().isEmpty()) {
            return suite.ofRows();
        }
        return document.kind() == Policy.Kind.LAW
                ? suite.ofLaw(document)
                : suite.ofRule(document, batch.rule().get());
    }
}
