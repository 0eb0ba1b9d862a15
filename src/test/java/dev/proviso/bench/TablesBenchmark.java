package dev.proviso.bench;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One question beside a law of so many rows: the two figures should be one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class TablesBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

    @Param({"100", "20000"})
    int rows;

    private final WebsitePolicy website = new WebsitePolicy();
    private Optional<Rulebook> rulebook = Optional.empty();

    @Setup
    public void compile() {
        rulebook = Optional.of(website.compileWith(law()));
    }

    @Benchmark
    public Answer neverSeenBefore() {
        return Decider.decide(website.next(), rulebook.orElseThrow());
    }

    /** Where all that some place says has to agree. */
    @Benchmark
    public Answer neverSeenBeforeFromAnUnknownCountry() {
        return Decider.decide(website.nextFromAnUnknownCountry(), rulebook.orElseThrow());
    }

    private Policy law() {
        List<Row> all = new ArrayList<>();
        for (int i = 0; all.size() < rows; i++) {
            Place place = new Place("Q" + (char) ('A' + i % 26) + "-" + i / 26 % 10);
            Days days = new Days(Optional.of(FIRST.plusDays(i / 260)), Optional.empty());
            all.add(new Row.Age(
                    place, OptionalInt.of(18), OptionalInt.of(13), OptionalInt.empty(), days, Row.Provenance.NONE));
            all.add(new Row.Sensitive(place, new Key("special"), days, Row.Provenance.NONE));
            all.add(new Row.Transfer(
                    i % 2 == 0 ? place : new Place("CN"),
                    i % 2 == 0 ? new Place("CN") : place,
                    "standard-contract",
                    new TreeSet<>(List.of(new Key("standard-contract"))),
                    Optional.empty(),
                    days,
                    Row.Provenance.NONE));
            all.add(new Row.Transfer(
                    new Place("CN"),
                    new Place("DE"),
                    "way-" + i % 10,
                    new TreeSet<>(List.of(new Key("certification"))),
                    Optional.empty(),
                    new Days(Optional.of(FIRST.plusDays(i / 10)), Optional.empty()),
                    Row.Provenance.NONE));
        }
        return new Policy(
                "law-of-many-rows",
                "1",
                Policy.Kind.LAW,
                Optional.empty(),
                Optional.empty(),
                Policy.LawNotDrawn.INDETERMINATE,
                "privacy",
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new dev.proviso.policy.Atom.LeavesCountry()),
                List.of(),
                all);
    }
}
