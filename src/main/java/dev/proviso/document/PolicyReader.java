package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.NoRuleContext;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.RuleId;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the clauses of a document to the policy that they say. */
final class PolicyReader {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]{0,32}");

    private final FrontMatter front;
    private final WordReader words;
    private final ConditionReader conditions;
    private final RuleReader rules;
    private final RowReader rows;
    private final Findings findings;

    private final List<ReadRule> read = new ArrayList<>();
    private final List<Row> facts = new ArrayList<>();
    private final List<Span> rowPlaces = new ArrayList<>();
    private final Set<List<String>> starts = new HashSet<>();
    private final List<Clause> clauses = new ArrayList<>();

    PolicyReader(FrontMatter front, WordReader words) {
        this.front = front;
        this.words = words;
        this.findings = words.findings();
        this.conditions = new ConditionReader(new AtomReader(words), findings);
        this.rules = new RuleReader(words, conditions, front.kind());
        this.rows = new RowReader(words, conditions);
    }

    /** @param added the words that the document adds to its vocabulary */
    CheckedPolicy read(List<ClauseText> texts, List<AddedWord> added) {
        Optional<Condition> scope = front.scope().flatMap(this::scope);
        texts.forEach(this::clause);
        ClauseReader.checkGaps(texts, front.kind(), findings);
        ReferenceCheck.check(read, numbers(texts), findings);
        Warnings.check(read, words.words(), findings);
        return new CheckedPolicy(
                policy(scope),
                front.title(),
                controllerName(),
                List.copyOf(clauses),
                wording(),
                List.copyOf(rowPlaces),
                added);
    }

    private static Set<String> numbers(List<ClauseText> texts) {
        return texts.stream().map(ClauseText::number).collect(Collectors.toSet());
    }

    private Policy policy(Optional<Condition> scope) {
        return new Policy(
                front.policy(),
                front.version(),
                front.kind(),
                front.controller().map(FrontMatter.Controller::country),
                front.heldIn(),
                front.lawNotDrawn(),
                front.vocabulary(),
                front.timeZone(),
                front.effective(),
                front.until(),
                scope,
                read.stream().map(ReadRule::rule).toList(),
                facts);
    }

    private String controllerName() {
        return front.controller().map(FrontMatter.Controller::name).orElse("");
    }

    private SortedMap<RuleId, Wording> wording() {
        var wording = new TreeMap<RuleId, Wording>();
        read.forEach(one -> wording.put(one.rule().id(), one.wording()));
        return wording;
    }

    private Optional<Condition> scope(Fragment text) {
        return Sentences.condition(text, findings).flatMap(syntax -> conditions.read(text, syntax));
    }

    private void clause(ClauseText clause) {
        Map<String, Integer> ordinals = new HashMap<>();
        SortedMap<String, String> reasons = new TreeMap<>();
        Optional<Span> reasonPlace = Optional.empty();
        boolean hasRules = false;
        for (Block block : clause.blocks()) {
            if (block instanceof Block.Table table) {
                table(table);
                continue;
            }
            List<ParsedSentence> sentences = Sentences.read(block.content(), findings);
            if (block.content().text().isBlank()) {
                findings.error(
                        "no-rules",
                        block.opening(),
                        "This block is empty. If the clause decides nothing, write \"No rule: \" and the reason.");
            }
            for (ParsedSentence sentence : sentences) {
                String label = label(sentence);
                if (sentence.tree().noRule() != null) {
                    noRule(sentence, sentence.tree().noRule()).ifPresent(reason -> reasons.putIfAbsent(label, reason));
                    reasonPlace = label.isEmpty() ? Optional.of(sentence.span()) : reasonPlace;
                } else {
                    hasRules = true;
                    rule(clause, sentence, label, ordinals.merge(label, 1, Integer::sum));
                }
            }
        }
        if (hasRules && reasonPlace.isPresent()) {
            findings.error(
                    "no-rule",
                    reasonPlace.get(),
                    "Clause " + clause.number() + " has rules, so it cannot say \"No rule\".");
        }
        clauses.add(new Clause(
                clause.number(),
                clause.heading().title(),
                clause.heading().depth(),
                hasRules ? Optional.empty() : reasons.values().stream().sorted().findFirst(),
                reasons,
                clause.heading().span()));
    }

    private static String label(ParsedSentence sentence) {
        var label = sentence.tree().label();
        return label == null
                ? ""
                : Sentences.text(sentence.block(), label.WORD().getSymbol());
    }

    private Optional<String> noRule(ParsedSentence sentence, NoRuleContext noRule) {
        @Nullable
        String reason = noRule.REASON() == null
                ? null
                : Sentences.text(sentence.block(), noRule.REASON().getSymbol()).strip();
        if (reason == null || reason.isEmpty() || reason.equals(".")) {
            findings.error("no-rule", sentence.span(noRule), "After \"No rule:\" comes the reason.");
            return Optional.empty();
        }
        if (!reason.endsWith(".")) {
            int end = sentence.block().text().stripTrailing().length();
            findings.error(
                    "no-full-stop",
                    sentence.block().span(end - 1, end),
                    "This reason has no full stop at its end. (It goes on to the end of the block.)");
            return Optional.empty();
        }
        if (UnreadText.hasSentence(reason)) {
            findings.flaw(
                    "no-rule",
                    sentence.span(noRule),
                    "A reason goes on to the end of its block, so the sentence that stands in this one is no rule. Give it a block"
                            + " and a clause of its own.");
        }
        return Optional.of(Findings.fold(reason));
    }

    private void rule(ClauseText clause, ParsedSentence sentence, String label, int ordinal) {
        if (!LABEL.matcher(label).matches()) {
            findings.error(
                    "label",
                    sentence.span(sentence.tree().label()),
                    "A label is one number or letter in parentheses, such as (4) or (a).");
            return;
        }
        var id = new RuleId(clause.number(), label, ordinal);
        Span span = sentence.span();
        int from = sentence.tree().label() == null
                ? 0
                : sentence.tree().label().getStop().getStopIndex()
                        + 1
                        - sentence.tree().getStart().getStartIndex();
        int start = sentence.tree().getStart().getStartIndex();
        String words = sentence.block().text().substring(start + from, start + span.end() - span.start());
        var wording = new Wording(clause.number(), clause.heading().title(), Findings.fold(words), span);
        rules.read(sentence, id).ifPresent(rule -> read.add(new ReadRule(rule, wording, sentence)));
    }

    private void table(Block.Table block) {
        List<String> columns = RowReader.TABLES.get(block.table());
        if (columns == null) {
            findings.error(
                    "unknown-table",
                    block.opening(),
                    block.table().isEmpty()
                            ? "A table has a name: " + String.join(", ", RowReader.TABLES.keySet()) + "."
                            : "There is no table " + Findings.quoted(block.table()) + ".",
                    findings.nearest(block.table(), RowReader.TABLES.keySet()).map(name -> "```table " + name));
            return;
        }
        TableParser.parse(block, columns, findings)
                .ifPresent(table -> table.rows().forEach(row -> row(block.table(), row)));
    }

    private void row(String table, TableSyntax.Row syntax) {
        rows.read(table, syntax).ifPresent(row -> {
            List<String> start = new ArrayList<>(row.key());
            start.add(row.days().from().map(Object::toString).orElse(""));
            if (starts.add(start)) {
                facts.add(row);
                rowPlaces.add(syntax.span());
            } else {
                findings.error(
                        "row-twice",
                        syntax.span(),
                        "There is another row for "
                                + String.join(
                                        ", ", row.key().subList(1, row.key().size()))
                                + " that starts on the same day.");
            }
        });
    }

    /** The groups of places that a document defines, as far as they can be told before anything is checked. */
    static Set<String> groups(List<ClauseText> texts) {
        Set<String> groups = new HashSet<>();
        for (ClauseText text : texts) {
            for (Block block : text.blocks()) {
                if (block instanceof Block.Table table && table.table().equals("groups")) {
                    TableParser.parse(table, RowReader.TABLES.getOrDefault("groups", List.of()), new Findings(""))
                            .ifPresent(syntax -> syntax.rows().forEach(row -> groups.add(row.text("group"))));
                }
            }
        }
        return groups;
    }
}
