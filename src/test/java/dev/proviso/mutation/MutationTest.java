package dev.proviso.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.mutation.MutationRun.Result;
import dev.proviso.policy.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A document that says something else fails a test: each rule deleted, each Permit and Forbid swapped, each condition negated,
 * each boundary moved by one. What fails none changes no answer: that is proven, or {@code mutation/equivalents.txt} says why.
 */
class MutationTest {

    private static final Set<String> LISTED = Equivalents.read().keySet();
    private static final MutationRun RUN = new MutationRun();

    /** The rules of one law, a rule of the policy, and some rows: enough to see that the tests still bite. */
    @Test
    @Tag("long")
    void tests_notice_a_sample_of_changes() {
        Result result = RUN.judge(sample(RUN.mutants(), 20));

        assertThat(result.caught()).isGreaterThan(30);
        assertThat(names(result.survivors())).isSubsetOf(LISTED);
    }

    @Test
    @Tag("mutate")
    void tests_notice_every_change_that_changes_an_answer() {
        long began = System.nanoTime();
        List<Mutant> mutants = RUN.mutants();

        Result result = RUN.judge(mutants);

        System.out.println(mutants.size() + " changes of "
                + mutants.stream()
                        .map(mutant -> mutant.document().name())
                        .distinct()
                        .count() + " documents: "
                + result.caught() + " caught, " + result.proven() + " proven to change no answer, "
                + result.survivors().size() + " others; " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        assertThat(names(result.survivors())).isEqualTo(new TreeSet<>(LISTED));
    }

    /** Were changes not made, or made twice, nothing would be seen. */
    @Test
    void every_change_is_another_document() {
        List<Mutant> mutants = RUN.mutants();

        assertThat(mutants).extracting(Mutant::toString).doesNotHaveDuplicates();
        assertThat(mutants.stream().map(Mutant::document).collect(Collectors.toSet()))
                .hasSameSizeAs(mutants);
        assertThat(mutants)
                .extracting(Mutant::toString)
                .contains(
                        "law-us-ca@1 rule 2(1): deleted",
                        "law-us-ca@1 rule 2(1): the user is under 16 -> the user is under 17",
                        "law-us-ca@1 rule 2(1): from 2020-01-01 -> 2019-12-31",
                        "law-us@1 rule 6(1): the request's records-this-year is below 100 -> the request's"
                                + " records-this-year is below 99",
                        "law-ad@1 row age-of-consent AD: since 2022-05-17, consent 16 -> 15",
                        "website-privacy@2021-11-01 rule 7(1): unless negated",
                        "website-privacy@2021-11-01 rule 7(2): Forbid -> Permit",
                        "website-privacy@2021-11-01 row retention personalisation: period P6M -> P6M1D");
        assertThat(mutants)
                .filteredOn(Mutant::isLaw)
                .extracting(Mutant::document)
                .allMatch(law -> law.kind() == Policy.Kind.LAW);
    }

    private static List<Mutant> sample(List<Mutant> mutants, int some) {
        List<Mutant> rows = new ArrayList<>(
                mutants.stream().filter(mutant -> mutant.rule().isEmpty()).toList());
        Collections.shuffle(rows, new Random(1));
        return Stream.concat(
                        rows.stream().limit(some),
                        mutants.stream()
                                .filter(mutant -> mutant.toString().startsWith("law-us-ca@1 rule")
                                        || mutant.toString().startsWith("website-privacy@2016-01-14 rule 7(1):")))
                .toList();
    }

    private static Set<String> names(List<Mutant> mutants) {
        return mutants.stream().map(Mutant::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
