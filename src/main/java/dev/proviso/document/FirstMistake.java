package dev.proviso.document;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Stops at the first mistake of a sentence, and keeps where the parser last had a choice: so a message can name all that
 * could have stood there, not only what comes after everything that may be left out.
 */
final class FirstMistake extends DefaultErrorStrategy {

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        throw new ParseCancellationException(mistake);
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new ParseCancellationException(
                nextTokensContext == null
                        ? new InputMismatchException(parser)
                        : new InputMismatchException(parser, nextTokensState, nextTokensContext));
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        // Reported where it is caught.
    }

    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
        IntervalSet next = parser.getATN().nextTokens(state);
        if (next.contains(parser.getInputStream().LA(1))) {
            nextTokensContext = null;
            nextTokensState = ATNState.INVALID_STATE_NUMBER;
        } else if (!next.contains(Token.EPSILON)) {
            throw new InputMismatchException(parser);
        } else if (nextTokensContext == null) {
            nextTokensContext = parser.getContext();
            nextTokensState = parser.getState();
        }
    }
}
