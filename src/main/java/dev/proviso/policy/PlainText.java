package dev.proviso.policy;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Characters that a reader of a text does not see, or that change the order in which it is seen. A text with one of them may
 * say something else to a person than to a program (Unicode Technical Report 36; for programs, CVE-2021-42574).
 */
public final class PlainText {

    /** Scripts that write one word with U+200C or U+200D between its letters (Unicode Standard, 23.2). */
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private PlainText() {}

    /**
     * A character that a text should not have.
     *
     * @param offset where it stands, in UTF-16 units from 0
     * @param name its code point and name, such as {@code U+202E RIGHT-TO-LEFT OVERRIDE}
     */
    public record Finding(int offset, int codePoint, String name) {}

    /**
     * The first character of a text for people that is not seen or changes the direction of others. Tabs and line breaks are
     * none, nor are joiners and variation selectors where the writing needs them.
     */
    public static Optional<Finding> firstHidden(String text) {
        return first(text, at -> isHidden(text, at));
    }

    /**
     * A text without what {@link #firstHidden} finds. A joiner needs a selector beside it at most, and that a letter or a sign, so
     * that three rounds suffice.
     */
    public static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder();
        IntStream.range(0, text.length())
                .filter(at -> !isSecondHalf(text, at) && !isHidden(text, at))
                .forEach(at -> seen.appendCodePoint(text.codePointAt(at)));
        return seen.length() == text.length() ? text : withoutHidden(seen.toString());
    }

    /**
     * The first character of an identifier that is not seen, or cannot be told from another: of all blanks it may have U+0020
     * alone.
     */
    public static Optional<Finding> firstUnprintable(String identifier) {
        return first(identifier, at -> isUnprintable(identifier.codePointAt(at)));
    }

    private static Optional<Finding> first(String text, IntPredicate isUnfitAt) {
        return IntStream.range(0, text.length())
                .filter(at -> !isSecondHalf(text, at) && isUnfitAt.test(at))
                .mapToObj(at -> finding(text, at))
                .findFirst();
    }

    private static boolean isUnprintable(int character) {
        return isInvisible(character)
                || isSelector(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || character != ' ' && Character.isSpaceChar(character);
    }

    private static boolean isSecondHalf(String text, int at) {
        return at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static Finding finding(String text, int at) {
        int character = text.codePointAt(at);
        return new Finding(at, character, name(character));
    }

    private static String name(int character) {
        String name =
                switch (Character.getType(character)) {
                    case Character.UNASSIGNED -> "UNASSIGNED";
                    case Character.PRIVATE_USE -> "PRIVATE USE";
                    case Character.SURROGATE -> "HALF OF A SURROGATE PAIR";
                    default -> Character.getName(character);
                };
        return String.format(Locale.ROOT, "U+%04X %s", character, name);
    }

    private static boolean isHidden(String text, int at) {
        int character = text.codePointAt(at);
        if (character == NON_JOINER || character == JOINER) {
            return !joins(text, at);
        }
        if (isSelector(character)) {
            return at == 0 || !isSelectable(text.codePointBefore(at));
        }
        return isInvisible(character);
    }

    /** Does a joiner stand between two letters of a script that needs it, or (U+200D) between two pictures? */
    private static boolean joins(String text, int at) {
        if (at == 0 || at + 1 == text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        return isJoined(before) && isJoined(after)
                || text.codePointAt(at) == JOINER && isPicture(before) && isPicture(after);
    }

    private static boolean isJoined(int character) {
        return JOINED.contains(UnicodeScript.of(character)) && !Character.isDigit(character);
    }

    private static boolean isPicture(int character) {
        int type = Character.getType(character);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL || character == 0xFE0F;
    }

    /** Chooses between shapes of the character before it. */
    private static boolean isSelector(int character) {
        return isFrom(character, 0xFE00, 0xFE0F)
                || isFrom(character, 0xE0100, 0xE01EF)
                || isFrom(character, 0x180B, 0x180D);
    }

    private static boolean isSelectable(int character) {
        int type = Character.getType(character);
        return type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || Character.isIdeographic(character)
                || UnicodeScript.of(character) == UnicodeScript.MONGOLIAN;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n' && character != '\r';
            case Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !isNumberSign(character);
            default -> isBlankLetter(character);
        };
    }

    /** Format characters that are seen: signs that enclose numbers, and a few like them. */
    private static boolean isNumberSign(int character) {
        return isFrom(character, 0x0600, 0x0605)
                || character == 0x06DD
                || character == 0x070F
                || character == 0x08E2
                || character == 0x110BD
                || character == 0x110CD
                || isFrom(character, 0x13430, 0x13438);
    }

    /** Letters, marks and symbols by their category that show nothing. */
    private static boolean isBlankLetter(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static boolean isFrom(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
