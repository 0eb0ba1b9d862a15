package dev.proviso.document;

import dev.proviso.policy.Policy.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * From the outline to the numbered clauses. A block belongs to the last clause above it; an unnumbered heading as high as
 * the clause's own, or higher, ends the clause.
 */
final class ClauseReader {

    private static final int LONGEST_NUMBER = 32;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Findings findings;
    private final List<ClauseText> clauses = new ArrayList<>();
    private boolean isOpen;

    private ClauseReader(Findings findings) {
        this.findings = findings;
    }

    /** The clauses in their order; without those whose number another one has. */
    static List<ClauseText> read(Outline outline, Findings findings) {
        var reader = new ClauseReader(findings);
        outline.parts().forEach(reader::part);
        reader.checkNumbers();
        reader.checkRules();
        reader.checkSome(outline);
        return List.copyOf(reader.clauses);
    }

    /** A policy without clauses denies everything, and a law without any says nothing; nobody writes either on purpose. */
    private void checkSome(Outline outline) {
        List<Heading> headings = outline.parts().stream()
                .flatMap(part -> part.heading().stream())
                .toList();
        if (!clauses.isEmpty()
                || outline.frontMatter().isEmpty()
                || headings.stream().anyMatch(Heading::lacksNumber)) {
            return;
        }
        Optional<Heading> first = headings.stream()
                .filter(heading -> heading.depth() > 1)
                .findFirst()
                .or(() -> headings.stream().findFirst());
        findings.flaw(
                "no-clauses",
                first.map(Heading::span).orElse(new Span(outline.body(), outline.body())),
                "This document has no clause, so it decides nothing. The heading of a clause has a number, such as"
                        + " \"## Article 2 Use\" or \"## 2.1 Use\""
                        + first.map(heading -> "; " + Findings.quoted(heading.title()) + " has none")
                                .orElse("")
                        + ".");
    }

    private void part(Outline.Part part) {
        part.heading().ifPresent(this::heading);
        for (Block block : part.blocks()) {
            boolean mayStandHere = block instanceof Block.Rules ? isOpen : !clauses.isEmpty();
            if (mayStandHere) {
                clauses.get(clauses.size() - 1).blocks().add(block);
            } else {
                String what = block instanceof Block.Rules ? "These rules stand" : "This table stands";
                findings.error(
                        "no-clause",
                        block.opening(),
                        what + " under no clause: a heading such as \"## Article 2 Use\" is missing above.");
            }
        }
    }

    private void heading(Heading heading) {
        if (heading.number().isPresent()) {
            if (heading.number().get().length() > LONGEST_NUMBER) {
                findings.flaw(
                        "clause-number", heading.span(), "The number of a clause has at most 32 letters and digits.");
            }
            clauses.add(new ClauseText(heading.number().get(), heading));
            isOpen = true;
            return;
        }
        if (heading.lacksNumber()) {
            findings.flaw(
                    "clause-number",
                    heading.span(),
                    "The heading of a clause has its number after the first word, such as \"Article 2 Use\" or \"Section 2.2\".");
        }
        if (isOpen) {
            isOpen = heading.depth() > clauses.get(clauses.size() - 1).heading().depth();
        }
    }

    private void checkNumbers() {
        Set<String> seen = new HashSet<>();
        for (ClauseText clause : clauses) {
            if (!seen.add(clause.number())) {
                findings.error(
                        "clause-twice",
                        clause.heading().span(),
                        "There is another clause with the number " + clause.number() + ".");
            }
        }
    }

    private void checkRules() {
        Set<String> parents = new HashSet<>();
        for (ClauseText clause : clauses) {
            String number = clause.number();
            for (int dot = number.indexOf('.'); dot > 0; dot = number.indexOf('.', dot + 1)) {
                parents.add(number.substring(0, dot));
            }
        }
        for (int i = 0; i < clauses.size(); i++) {
            ClauseText clause = clauses.get(i);
            boolean isParent = parents.contains(clause.number())
                    || i + 1 < clauses.size()
                            && clauses.get(i + 1).heading().depth()
                                    > clause.heading().depth();
            if (!isParent && !clause.hasRules()) {
                findings.error(
                        "no-rules",
                        clause.heading().span(),
                        "Clause " + clause.number() + " has no block of rules. If it decides nothing, write a block"
                                + " \"```rules\" that says \"No rule: \" and the reason.");
            }
        }
    }

    /** Warns of numbers that are left out: a clause may have been lost. Statutes are quoted in part, so law is spared. */
    static void checkGaps(List<ClauseText> clauses, Kind kind, Findings findings) {
        if (kind == Kind.LAW) {
            return;
        }
        Map<String, SortedMap<Integer, ClauseText>> siblings = new HashMap<>();
        for (ClauseText clause : clauses) {
            int dot = clause.number().lastIndexOf('.');
            String last = clause.number().substring(dot + 1);
            if (WHOLE_NUMBER.matcher(last).matches()) {
                siblings.computeIfAbsent(clause.number().substring(0, dot + 1), parent -> new TreeMap<>())
                        .put(Integer.parseInt(last), clause);
            }
        }
        siblings.forEach((parent, numbers) -> checkGaps(parent, numbers, findings));
    }

    private static void checkGaps(String parent, SortedMap<Integer, ClauseText> numbers, Findings findings) {
        int next = 1;
        for (Map.Entry<Integer, ClauseText> entry : numbers.entrySet()) {
            int number = entry.getKey();
            if (number > next) {
                findings.warning(
                        "skipped-number", entry.getValue().heading().span(), missing(parent, next, number - 1));
            }
            next = number + 1;
        }
    }

    private static String missing(String parent, int first, int last) {
        if (first == last) {
            return "There is no clause " + parent + first + " before this one.";
        }
        return "There are no clauses " + parent + first + " to " + parent + last + " before this one.";
    }
}
