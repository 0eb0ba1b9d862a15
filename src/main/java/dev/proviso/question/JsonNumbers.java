package dev.proviso.question;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads numbers of any size. One that no question can mean is read as a number that is too large for every reader, so that the
 * field is refused and not the whole text: a batch has other questions, which are answered.
 */
final class JsonNumbers extends JsonParserDelegate {

    /** More digits would take seconds to read. */
    private static final int LONGEST = 1_000;

    private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(LONGEST);

    JsonNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        try {
            return isTooLong() ? new BigDecimal(TOO_LARGE) : super.getDecimalValue();
        } catch (NumberFormatException exponent) {
            return new BigDecimal(TOO_LARGE);
        }
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
        return isTooLong() ? TOO_LARGE : super.getBigIntegerValue();
    }

    private boolean isTooLong() throws IOException {
        return getTextLength() > LONGEST;
    }
}
