package dev.proviso.publication;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether documents that are right by themselves can decide together. A version of a policy decides from its start on, for
 * whoever it binds, and a version of a law while it is in force; those of one vocabulary whose times overlap join in for one
 * question. Asked before a publication, of all that is published and what is to be; and before a replica decides under them.
 */
public final class ConsistencyCheck {

    private final List<Period> periods;
    private final List<String> mistakes = new ArrayList<>();

    /**
     * A policy or a law, read.
     *
     * @param vocabulary what it was read in
     */
    public record Member(PublishedDocument document, Policy policy, Vocabulary vocabulary) {

        private DocumentName name() {
            return document.name();
        }

        private boolean isLaw() {
            return name().kind() == DocumentName.Kind.LAW;
        }

        private Instant start() {
            return isLaw() ? policy.effective().orElse(document.start()) : document.start();
        }

        private boolean isVersionOfTheSameAs(Member other) {
            return name().kind() == other.name().kind()
                    && name().id().equals(other.name().id());
        }
    }

    /** From when, and until before when, a document can decide. */
    private record Period(Member member, Instant from, Instant until) {

        boolean decidesTogetherWith(Period other) {
            return (member.isLaw() || other.member.isLaw())
                    && !member.isVersionOfTheSameAs(other.member)
                    && member.vocabulary()
                            .name()
                            .equals(other.member.vocabulary().name())
                    && from.isBefore(other.until)
                    && other.from.isBefore(until);
        }
    }

    private record RowStart(List<String> key, Optional<LocalDate> from) {
        @Override
        public String toString() {
            return "\"" + key.get(0) + "\" for " + String.join(", ", key.subList(1, key.size()))
                    + from.map(day -> " from " + day + " on").orElse(" without a first day");
        }
    }

    private ConsistencyCheck(Collection<Member> members) {
        List<Member> sorted =
                members.stream().sorted(Comparator.comparing(Member::name)).toList();
        this.periods = sorted.stream()
                .map(member -> new Period(member, member.start(), end(member, sorted)))
                .filter(period -> period.from().isBefore(period.until()))
                .toList();
    }

    /** A sentence for each thing that keeps the documents from deciding together; none if they fit. */
    public static List<String> mistakes(Collection<Member> documents) {
        ConsistencyCheck fitting = new ConsistencyCheck(documents);
        fitting.checkStarts();
        fitting.checkRows();
        fitting.checkWords();
        return fitting.mistakes;
    }

    private static Instant end(Member member, List<Member> all) {
        if (!member.isLaw()) {
            return Instant.MAX;
        }
        Stream<Instant> successors = all.stream()
                .filter(member::isVersionOfTheSameAs)
                .map(Member::start)
                .filter(start -> start.isAfter(member.start()));
        return Stream.concat(successors, member.policy().until().stream())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private void checkStarts() {
        for (int i = 1; i < periods.size(); i++) {
            Period one = periods.get(i);
            periods.subList(0, i).stream()
                    .filter(other -> one.member().isVersionOfTheSameAs(other.member())
                            && one.from().equals(other.from()))
                    .forEach(other -> mistakes.add(other.member().name() + " and "
                            + one.member().name() + " start at the same instant, " + one.from()
                            + ". Which of them is in force would be left to chance; let one start later."));
        }
    }

    private void checkRows() {
        Map<RowStart, List<Period>> rows = new LinkedHashMap<>();
        for (Period period : periods) {
            for (Row row : period.member().policy().rows()) {
                rows.computeIfAbsent(new RowStart(row.key(), row.days().from()), start -> new ArrayList<>())
                        .add(period);
            }
        }
        rows.forEach((row, holders) -> {
            for (int i = 1; i < holders.size(); i++) {
                Period one = holders.get(i);
                holders.subList(0, i).stream()
                        .filter(one::decidesTogetherWith)
                        .forEach(other -> mistakes.add(sentence(row, other.member(), one.member())));
            }
        });
    }

    private static String sentence(RowStart row, Member one, Member other) {
        return one.name() + " and " + other.name() + " decide together, and both have a row of " + row
                + ". Take it out of one of them, or let one row start on another day.";
    }

    /** A law is judged in the words of the policy that is asked, in whatever version of the vocabulary that one was written. */
    private void checkWords() {
        for (Period law : periods) {
            if (law.member().isLaw()) {
                TreeSet<DocumentName> read = new TreeSet<>(
                        law.member().document().vocabulary().stream().toList());
                periods.stream()
                        .filter(policy -> !policy.member().isLaw() && law.decidesTogetherWith(policy))
                        .filter(policy -> policy.member()
                                .document()
                                .vocabulary()
                                .map(read::add)
                                .orElse(false))
                        .forEach(policy -> checkWords(law.member(), policy.member()));
            }
        }
    }

    private void checkWords(Member law, Member policy) {
        Source source =
                new Source(law.name().toString(), law.document().content().text());
        Checked<CheckedPolicy> checked = Documents.publishedPolicy(source, List.of(policy.vocabulary()));
        String words =
                policy.document().vocabulary().map(DocumentName::toString).orElse("");
        checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> law.name() + " and " + policy.name() + " decide together, and " + law.name()
                        + " cannot be read in the words of " + words + ":\n" + Documents.render(source, diagnostic))
                .forEach(mistakes::add);
    }
}
