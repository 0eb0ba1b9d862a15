package dev.proviso.question;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Says what of a text is not UTF-8 (RFC 3629), which alone is read: overlong forms and surrogates are not. */
public final class Utf8 {

    private static final int PIECE = 8192;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /** The offset of the first byte that begins no character, from 0; empty if all is UTF-8. */
    public static OptionalInt malformedAt(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length + 2, PIECE));
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? OptionalInt.of(in.position()) : OptionalInt.empty();
    }

    /** A sentence about the first byte that begins no character; empty if all is UTF-8. */
    public static Optional<String> mistake(byte[] bytes) {
        OptionalInt offset = malformedAt(bytes);
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of("The text is not UTF-8: byte " + offset.getAsInt() + ", counted from 0, is 0x"
                        + String.format("%02X", bytes[offset.getAsInt()]) + ", which begins no character.");
    }

    /** As {@link #mistake}, for JSON, which has no other encoding and no byte order mark (RFC 8259, section 8.1). */
    public static Optional<String> mistakeInJson(byte[] bytes) {
        if (bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2]) {
            return Optional.of("The text begins with a byte order mark, which JSON does not have. Leave it out.");
        }
        // A parser would guess UTF-16 or UTF-32 from these.
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return Optional.of("The text is not UTF-8: byte " + i + ", counted from 0, is 0x00. JSON in UTF-16 or"
                        + " UTF-32 is not read.");
            }
        }
        return mistake(bytes);
    }
}
