package dev.proviso.document;

import dev.proviso.document.grammar.SentenceLexer;
import dev.proviso.document.grammar.SentenceParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in the author's words why a sentence cannot be read. */
final class SyntaxMistake {

    private static final String VERBS =
            "\"Permit\", \"Forbid\", \"Mandate\", \"Require\", \"This policy does not apply to\" or \"No rule:\"";
    private static final List<String> VERB_WORDS = List.of("Permit", "Forbid", "Mandate", "Require");
    private static final Set<Integer> VERB_TYPES = Set.of(
            SentenceLexer.PERMIT,
            SentenceLexer.FORBID,
            SentenceLexer.MANDATE,
            SentenceLexer.REQUIRE,
            SentenceLexer.EXCLUDE,
            SentenceLexer.NO_RULE);
    private static final Pattern RUN_TOGETHER = Pattern.compile(".*\\.[A-Z].*");

    /** The words a sentence may go on with, in the order in which they stand in one. */
    private static final Map<Integer, String> KEYWORDS = Map.ofEntries(
            Map.entry(SentenceLexer.OF, "of"),
            Map.entry(SentenceLexer.BEFORE, "before"),
            Map.entry(SentenceLexer.WITH, "with"),
            Map.entry(SentenceLexer.AFTER, "after"),
            Map.entry(SentenceLexer.FOR, "for"),
            Map.entry(SentenceLexer.FROM, "from"),
            Map.entry(SentenceLexer.TO, "to"),
            Map.entry(SentenceLexer.UNTIL, "until"),
            Map.entry(SentenceLexer.IF, "if"),
            Map.entry(SentenceLexer.UNLESS, "unless"),
            Map.entry(SentenceLexer.NOTWITHSTANDING, "notwithstanding"));

    private static final List<Integer> ORDER = List.of(
            SentenceLexer.OF,
            SentenceLexer.BEFORE,
            SentenceLexer.WITH,
            SentenceLexer.AFTER,
            SentenceLexer.FOR,
            SentenceLexer.FROM,
            SentenceLexer.TO,
            SentenceLexer.UNTIL,
            SentenceLexer.IF,
            SentenceLexer.UNLESS,
            SentenceLexer.NOTWITHSTANDING);

    private final Fragment text;
    private final Findings findings;
    private final List<Token> words;
    private final Token offending;
    private final List<Integer> rules = new ArrayList<>();
    private final IntervalSet expected;

    SyntaxMistake(
            Fragment text, Findings findings, SentenceParser parser, RecognitionException cause, List<Token> words) {
        this.text = text;
        this.findings = findings;
        this.words = words;
        this.offending = cause instanceof NoViableAltException choice && isJoining(choice.getStartToken())
                ? choice.getStartToken()
                : cause.getOffendingToken();
        this.expected = cause.getOffendingState() >= 0 ? cause.getExpectedTokens() : new IntervalSet();
        for (RuleContext at = cause.getCtx(); at != null; at = at.parent) {
            rules.add(at.getRuleIndex());
        }
    }

    private static boolean isJoining(Token word) {
        return word.getType() == SentenceLexer.COMMA;
    }

    void report() {
        int type = offending.getType();
        if (type == SentenceLexer.OTHER) {
            strayCharacter();
        } else if (isBeforeTheVerb()) {
            beginning();
        } else if (VERB_TYPES.contains(type)) {
            findings.error(
                    "no-full-stop",
                    place(),
                    "A new sentence seems to begin with " + written() + ", but the one before has no full stop.");
        } else if (type == Token.EOF) {
            end();
        } else if (type == SentenceLexer.STOP) {
            findings.error("unfinished-sentence", place(), "The sentence ends too early: " + wanted() + ".");
        } else {
            misplaced(type);
        }
    }

    private void strayCharacter() {
        String sign = Sentences.text(text, offending);
        String message = sign.equals(".")
                ? "A full stop ends a sentence, and white space follows it; there is none here."
                : sign.equals("\"")
                        ? "This text has no closing quotation mark on its line."
                        : "The sign " + Findings.quoted(sign) + " does not belong in a sentence.";
        findings.error("stray-sign", place(), message);
    }

    private boolean isBeforeTheVerb() {
        int at = words.indexOf(offending);
        return at >= 0
                && !isCondition()
                && words.subList(0, at).stream().noneMatch(word -> VERB_TYPES.contains(word.getType()))
                && (!VERB_TYPES.contains(offending.getType()) || rules.get(0) == SentenceParser.RULE_days);
    }

    private boolean isCondition() {
        return rules.contains(SentenceParser.RULE_loneCondition);
    }

    private void beginning() {
        int at = words.indexOf(offending);
        boolean isLabel = words.get(0).getType() == SentenceLexer.OPEN
                && words.subList(0, at).stream().noneMatch(word -> word.getType() == SentenceLexer.CLOSE);
        if (isLabel) {
            findings.error("label", place(), "A label is one number or letter in parentheses, such as (4) or (a).");
        } else if (rules.contains(SentenceParser.RULE_days)) {
            findings.error(
                    "days",
                    place(),
                    "Days are written \"From 2022-01-01:\" or \"From 2022-01-01 until 2023-12-31:\" before the sentence.");
        } else {
            String word = Sentences.text(text, offending);
            Optional<String> meant = word.equalsIgnoreCase("this")
                    ? Optional.of("This policy does not apply to")
                    : findings.nearest(word, VERB_WORDS);
            findings.error(
                    "statement", place(), "A sentence begins with " + VERBS + ", not with " + written() + ".", meant);
        }
    }

    private void end() {
        if (expected.contains(SentenceLexer.STOP) || rules.contains(SentenceParser.RULE_atom)) {
            findings.error("no-full-stop", lastWord(), "This sentence has no full stop at its end.");
        } else {
            findings.error("unfinished-sentence", lastWord(), "The sentence ends too early: " + wanted() + ".");
        }
    }

    private void misplaced(int type) {
        if (type == SentenceLexer.NOTWITHSTANDING && !rules.contains(SentenceParser.RULE_permit)) {
            findings.error("notwithstanding", place(), "Only a Permit can stand notwithstanding another rule.");
        } else if (type == SentenceLexer.NOTWITHSTANDING) {
            findings.error(
                    "notwithstanding", place(), "\"notwithstanding\" stands at the end, after a whole condition.");
        } else if (type == SentenceLexer.UNLESS && rules.contains(SentenceParser.RULE_exclude)) {
            findings.error("exclusion", place(), "An exclusion has no \"unless\": write \"if not …\" instead.");
        } else if (rules.contains(SentenceParser.RULE_notwithstanding)) {
            findings.error(
                    "rule-id",
                    place(),
                    "After \"notwithstanding\" stand the numbers of rules, such as 3.1 or 5(2), and then the full stop;"
                            + " \"if\" and \"unless\" stand before it.");
        } else if (type == SentenceLexer.COMMA) {
            findings.error(
                    "comma",
                    place(),
                    "A comma stands between the words of a list, or before \"if\" or \"unless\"; here " + wanted()
                            + ".");
        } else if (type == SentenceLexer.CLOSE && !rules.contains(SentenceParser.RULE_label)) {
            findings.error("parenthesis", place(), "There is no opening parenthesis for this one.");
        } else if (type == SentenceLexer.IF || type == SentenceLexer.UNLESS) {
            findings.error("order", place(), conditionOrder(type));
        } else {
            unexpected();
        }
    }

    private String conditionOrder(int type) {
        if (words.stream().limit(words.indexOf(offending)).anyMatch(word -> word.getType() == type)) {
            return "A sentence has one " + written() + "; join conditions with \"and\" or \"or\".";
        }
        return rules.contains(SentenceParser.RULE_exception)
                ? "\"if\" stands before \"unless\"."
                : "A condition cannot begin here; " + wanted() + ".";
    }

    /** Conditions joined with a comma; the parser sees it only two words later, as one word more may be a list's. */
    private Optional<Token> joiningComma() {
        int at = words.indexOf(offending);
        if (at < 3 || offending.getType() != SentenceLexer.WORD) {
            return Optional.empty();
        }
        Token before = words.get(at - 2);
        boolean isJoined = before.getType() == SentenceLexer.AND || before.getType() == SentenceLexer.OR;
        Token comma = isJoined ? words.get(at - 3) : before;
        boolean isInCondition = words.subList(0, at).stream()
                .anyMatch(word -> word.getType() == SentenceLexer.IF || word.getType() == SentenceLexer.UNLESS);
        return comma.getType() == SentenceLexer.COMMA && isInCondition ? Optional.of(comma) : Optional.empty();
    }

    private void unexpected() {
        Optional<Token> comma = joiningComma();
        if (comma.isPresent()) {
            findings.error(
                    "comma",
                    Sentences.span(text, comma.get()),
                    "Conditions are joined with \"and\" or \"or\", without a comma.");
            return;
        }
        int at = words.indexOf(offending);
        Token before = at > 0 ? words.get(at - 1) : offending;
        if (RUN_TOGETHER.matcher(Sentences.text(text, before)).matches()) {
            findings.error(
                    "no-full-stop",
                    Sentences.span(text, before),
                    "White space follows the full stop that ends a sentence; here a word does.");
            return;
        }
        if (isOutOfOrder(offending.getType())) {
            findings.error(
                    "order",
                    place(),
                    "The parts of a rule stand in this order: \"of\" data, \"for\" purposes, \"from\" sources, \"to\""
                            + " recipients, then \"if\" and \"unless\"; each at most once.");
            return;
        }
        List<String> keywords = ORDER.stream()
                .filter(expected::contains)
                .map(SyntaxMistake::keyword)
                .toList();
        findings.error(
                "syntax",
                place(),
                "The sentence cannot go on with " + written() + " here; " + wanted() + ".",
                findings.nearest(Sentences.text(text, offending), keywords));
    }

    private boolean isOutOfOrder(int type) {
        return (type == SentenceLexer.OF
                        || type == SentenceLexer.FOR
                        || type == SentenceLexer.FROM
                        || type == SentenceLexer.TO)
                && expected.contains(SentenceLexer.STOP);
    }

    /** What could stand here, as the end of a message. */
    private String wanted() {
        if (rules.contains(SentenceParser.RULE_condition) && expected.contains(SentenceLexer.OPEN)) {
            return "a condition is missing, such as \"the user consented\"";
        }
        if (expected.contains(SentenceLexer.CLOSE)) {
            return "a closing parenthesis is missing";
        }
        Set<String> choices = new LinkedHashSet<>();
        if (expected.contains(SentenceLexer.ID)) {
            choices.add("the number of a rule, such as 3.1 or 5(2),");
        }
        if (expected.contains(SentenceLexer.WORD)) {
            choices.add(expected.contains(SentenceLexer.ANY) ? "a word or \"any\"" : "a word of the vocabulary");
        }
        ORDER.stream().filter(expected::contains).forEach(type -> choices.add("\"" + keyword(type) + "\""));
        if (expected.contains(SentenceLexer.STOP)) {
            choices.add("a full stop");
        }
        return choices.isEmpty() ? "it cannot be read" : either(List.copyOf(choices)) + " is expected";
    }

    private static String keyword(int type) {
        return KEYWORDS.getOrDefault(type, "");
    }

    private static String either(List<String> choices) {
        int last = choices.size() - 1;
        return last == 0 ? choices.get(0) : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }

    private String written() {
        return Findings.quoted(Sentences.text(text, offending));
    }

    private Span place() {
        return Sentences.span(text, offending);
    }

    private Span lastWord() {
        return words.isEmpty() ? place() : Sentences.span(text, words.get(words.size() - 1));
    }
}
