package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.SentenceContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** A sentence of a rules block: its syntax tree and where it stands. */
record ParsedSentence(Fragment block, SentenceContext tree) {

    Span span() {
        return Sentences.span(block, tree);
    }

    Span span(ParserRuleContext part) {
        return Sentences.span(block, part);
    }

    Span span(Token word) {
        return Sentences.span(block, word);
    }
}
