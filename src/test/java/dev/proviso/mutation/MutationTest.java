package dev.proviso.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.analysis.Corpus;
import dev.proviso.analysis.RuleTest;
import dev.proviso.analysis.RuleTestFile;
import dev.proviso.decision.Library;
import dev.proviso.decision.TestFiles;
import dev.proviso.policy.Policy;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.FolderOfDocuments;
import dev.proviso.reference.InParallel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Function;
import java.util.stream.*;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MutationTest {
    @Test
    @Tag("mutate")
    void all() throws Exception {
        SortedMap<String, byte[]> files = FolderOfDocuments.files(Path.of("policies"));
        TestFiles tests = TestFiles.of(files);
        Library library = Library.of(FolderOfDocuments.read(files, Instant.EPOCH));
        Corpus corpus = tests.corpus(library, DocumentName::toString);
        List<RuleTest> all = tests.tests().stream()
                .flatMap(f -> RuleTestFile.read(f, corpus).value().orElseThrow().tests().stream())
                .toList();
        Suite suite = new Suite(all);
        List<Policy> documents = corpus.subjects().stream()
                .filter(s -> library.ids().contains(s.id()))
                .map(s -> s.text().policy())
                .filter(p -> p.id().matches(System.getProperty("mutate.only", ".*")))
                .toList();
        List<Runnable> tasks = new ArrayList<>();
        Queue<Mutant> survivors = new ConcurrentLinkedQueue<>();
        var counts = new ConcurrentHashMap<String, Integer>();
        var spent = new ConcurrentHashMap<String, Long>();
        List<Policy> every =
                corpus.subjects().stream().map(x -> x.text().policy()).toList();
        boolean rowsOnly = Boolean.getBoolean("mutate.rows");
        var proven = new java.util.concurrent.atomic.AtomicInteger();
        for (Policy d : documents) {
            List<Mutant> ms = Mutants.of(d).stream()
                    .filter(m -> !rowsOnly || m.rule().isEmpty())
                    .filter(m -> {
                        boolean p =
                                m.rule().isEmpty() && Sameness.proof(m, every).isPresent();
                        if (p) proven.incrementAndGet();
                        return !p;
                    })
                    .toList();
            var byRule =
                    ms.stream().collect(Collectors.groupingBy(Mutant::rule, LinkedHashMap::new, Collectors.toList()));
            if (d.kind() == Policy.Kind.LAW) {
                tasks.add(() -> {
                    var rules = ms.stream().filter(m -> m.rule().isPresent()).toList();
                    if (!rules.isEmpty()) judge(suite.ofLaw(d), rules, survivors, counts, spent, d.name() + " rules");
                });
                tasks.add(() -> judge(
                        suite.ofRows(),
                        ms.stream().filter(m -> m.rule().isEmpty()).toList(),
                        survivors,
                        counts,
                        spent,
                        d.name() + " rows"));
            } else
                byRule.forEach((r, list) -> tasks.add(() -> judge(
                        r.isPresent() ? suite.ofRule(d, r.get()) : suite.ofRows(),
                        list,
                        survivors,
                        counts,
                        spent,
                        d.name() + (r.isPresent() ? " rules" : " rows"))));
        }
        long began = System.nanoTime();
        InParallel.forEach(
                LongStream.range(0, tasks.size()), i -> tasks.get((int) i).run());
        try (var w = new java.io.PrintWriter("/tmp/five/survivors.txt")) {
            survivors.stream().map(Mutant::toString).sorted().forEach(w::println);
        }
        try (var w = new java.io.PrintWriter("/tmp/five/counts.txt")) {
            w.println("seconds " + (System.nanoTime() - began) / 1_000_000_000);
            new TreeMap<>(counts).forEach((k, v) -> w.println(k + " " + v + " " + spent.get(k) / 1_000_000));
            w.println("proven " + proven + " of rows");
            w.println("total " + counts.values().stream().mapToInt(i -> i).sum() + " survivors " + survivors.size());
        }
        assertThat(survivors).isNotNull();
    }

    static void judge(
            Function<Mutant, Optional<RuleTest>> judge,
            List<Mutant> ms,
            Queue<Mutant> survivors,
            Map<String, Integer> counts,
            Map<String, Long> spent,
            String name) {
        long b = System.nanoTime();
        ms.forEach(m -> {
            if (judge.apply(m).isEmpty()) survivors.add(m);
        });
        counts.merge(name, ms.size(), Integer::sum);
        spent.merge(name, System.nanoTime() - b, Long::sum);
    }
}
