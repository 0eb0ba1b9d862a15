package dev.proviso.document;

import dev.proviso.document.grammar.SentenceLexer;
import dev.proviso.document.grammar.SentenceParser;
import dev.proviso.document.grammar.SentenceParser.ConditionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * From the text of a rules block to its sentences. Each sentence is parsed on its own, so a mistake in one does not hide
 * those in the next.
 */
final class Sentences {

    static final int MOST_CHARACTERS = 20_000;
    static final int MOST_TOKENS = 4_000;
    static final int DEEPEST = 50;

    private static final Set<Integer> VERBS =
            Set.of(SentenceLexer.PERMIT, SentenceLexer.FORBID, SentenceLexer.MANDATE, SentenceLexer.REQUIRE);

    private final Fragment text;
    private final Findings findings;

    private Sentences(Fragment text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** The sentences of a block that could be parsed. */
    static List<ParsedSentence> read(Fragment block, Findings findings) {
        return new Sentences(block, findings).sentences();
    }

    /** A condition that stands alone, in a cell or in the front matter. */
    static Optional<ConditionContext> condition(Fragment text, Findings findings) {
        return new Sentences(text, findings).condition();
    }

    /** The sentences of a block on one line each, whether they can be parsed or not. */
    static List<String> texts(String block) {
        var sentences = new Sentences(Fragment.of(block, 0, block.length()), new Findings(block));
        return split(sentences.lex()).stream()
                .map(words -> block.substring(
                        words.get(0).getStartIndex(),
                        words.get(words.size() - 1).getStopIndex() + 1))
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .toList();
    }

    static Span span(Fragment text, ParserRuleContext part) {
        Token last = part.getStop() == null ? part.getStart() : part.getStop();
        if (last.getType() == Token.EOF) {
            return text.span(part.getStart().getStartIndex(), endOf(text, part));
        }
        return text.span(part.getStart().getStartIndex(), last.getStopIndex() + 1);
    }

    static Span span(Fragment text, Token word) {
        int start = Math.min(word.getStartIndex(), text.text().length());
        return text.span(start, Math.max(start, word.getStopIndex() + 1));
    }

    /** A word as its author wrote it. */
    static String text(Fragment text, Token word) {
        int end = Math.min(word.getStopIndex() + 1, text.text().length());
        return text.text().substring(Math.min(word.getStartIndex(), end), end);
    }

    /** The end of the last word before the end of a sentence. */
    private static int endOf(Fragment text, ParserRuleContext part) {
        for (int i = part.getChildCount() - 1; i >= 0; i--) {
            Object child = part.getChild(i).getPayload();
            Token last = child instanceof ParserRuleContext rule ? rule.getStop() : (Token) child;
            if (last != null && last.getType() != Token.EOF) {
                return last.getStopIndex() + 1;
            }
        }
        return text.text().length();
    }

    private List<ParsedSentence> sentences() {
        List<ParsedSentence> sentences = new ArrayList<>();
        for (List<Token> words : split(lex())) {
            if (isWithinLimits(words)) {
                parse(words).ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    private Optional<ParsedSentence> parse(List<Token> words) {
        SentenceParser parser = parser(words);
        try {
            return Optional.of(new ParsedSentence(text, parser.sentence()));
        } catch (ParseCancellationException mistake) {
            report(parser, mistake, words);
            return Optional.empty();
        }
    }

    private Optional<ConditionContext> condition() {
        List<Token> words = lex();
        if (!isWithinLimits(words)) {
            return Optional.empty();
        }
        SentenceParser parser = parser(words);
        try {
            return Optional.of(parser.loneCondition().condition());
        } catch (ParseCancellationException mistake) {
            report(parser, mistake, words);
            return Optional.empty();
        }
    }

    private void report(SentenceParser parser, ParseCancellationException mistake, List<Token> words) {
        if (mistake.getCause() instanceof RecognitionException cause) {
            new SyntaxMistake(text, findings, parser, cause, words).report();
        } else {
            throw mistake;
        }
    }

    private List<Token> lex() {
        var lexer = new SentenceLexer(CharStreams.fromString(withoutSurrogates(text.text())));
        lexer.removeErrorListeners();
        List<Token> words = new ArrayList<>();
        for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
            if (word.getType() == SentenceLexer.STOP && !isFollowedBySpace(word)) {
                ((CommonToken) word).setType(SentenceLexer.OTHER);
            }
            if (VERBS.contains(word.getType()) && isInsidePhrase(word, words)) {
                ((CommonToken) word).setType(SentenceLexer.WORD);
            }
            words.add(word);
        }
        return words;
    }

    /** "The law does not require it": a small verb begins a sentence only at its beginning. */
    private boolean isInsidePhrase(Token verb, List<Token> before) {
        if (before.isEmpty() || Character.isUpperCase(text.text().charAt(verb.getStartIndex()))) {
            return false;
        }
        int last = before.get(before.size() - 1).getType();
        return last != SentenceLexer.STOP && last != SentenceLexer.COLON && last != SentenceLexer.CLOSE;
    }

    /** ANTLR counts code points and a text counts UTF-16 units; without surrogates, which no word has, both agree. */
    private static String withoutSurrogates(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isSurrogate(plain.charAt(i))) {
                plain.setCharAt(i, '\uFFFD');
            }
        }
        return plain.toString();
    }

    private boolean isFollowedBySpace(Token stop) {
        int next = stop.getStopIndex() + 1;
        return next >= text.text().length()
                || Character.isWhitespace(text.text().charAt(next));
    }

    private static List<List<Token>> split(List<Token> words) {
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> sentence = new ArrayList<>();
        for (Token word : words) {
            sentence.add(word);
            if (word.getType() == SentenceLexer.STOP) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    private boolean isWithinLimits(List<Token> words) {
        if (words.isEmpty()) {
            return true;
        }
        Token first = words.get(0);
        Token last = words.get(words.size() - 1);
        boolean isProse = last.getType() == SentenceLexer.REASON;
        if (!isProse && last.getStopIndex() - first.getStartIndex() >= MOST_CHARACTERS || words.size() > MOST_TOKENS) {
            findings.error(
                    "long-sentence",
                    span(text, first),
                    "This sentence is too long: it may have 20,000 characters and 4,000 words. Make several of it.");
            return false;
        }
        return isFlat(words);
    }

    private boolean isFlat(List<Token> words) {
        int depth = 0;
        for (Token word : words) {
            depth += word.getType() == SentenceLexer.OPEN ? 1 : word.getType() == SentenceLexer.CLOSE ? -1 : 0;
            if (depth > DEEPEST) {
                findings.error(
                        "deep-sentence",
                        span(text, word),
                        "Parentheses may stand in one another up to 50 times, not more.");
                return false;
            }
        }
        return true;
    }

    private SentenceParser parser(List<Token> words) {
        var end = new CommonToken(Token.EOF);
        int length = words.isEmpty() ? 0 : words.get(words.size() - 1).getStopIndex() + 1;
        end.setStartIndex(length);
        end.setStopIndex(length - 1);
        List<Token> all = new ArrayList<>(words);
        all.add(end);
        var parser = new SentenceParser(new CommonTokenStream(new ListTokenSource(all)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstMistake());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }
}
