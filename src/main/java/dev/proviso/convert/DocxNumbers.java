package dev.proviso.convert;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;

/** The numbers that Word prints and does not write: counted as it counts (ECMA-376, 17.9). */
final class DocxNumbers {

    private static final int LEVELS = 9;

    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    DocxNumbers(@Nullable XWPFNumbering numbering) {
        this.numbering = numbering;
    }

    /** What is printed before the next paragraph of a list; a bullet is {@code -}. Empty where the list is not known. */
    Optional<String> next(BigInteger list, int level) {
        List<CTLvl> levels = levels(list);
        if (level < 0 || level >= Math.min(LEVELS, levels.size())) {
            return Optional.empty();
        }
        int[] counted = counters.computeIfAbsent(abstractId(list), id -> starts(levels));
        counted[level]++;
        for (int deeper = level + 1; deeper < levels.size() && deeper < LEVELS; deeper++) {
            counted[deeper] = start(levels.get(deeper)) - 1;
        }
        if (format(levels.get(level)).equals("bullet")) {
            return Optional.of("-");
        }
        return Optional.of(printed(levels, level, counted));
    }

    private BigInteger abstractId(BigInteger list) {
        BigInteger id = numbering == null ? null : numbering.getAbstractNumID(list);
        return id == null ? BigInteger.ONE.negate() : id;
    }

    private List<CTLvl> levels(BigInteger list) {
        XWPFAbstractNum known = numbering == null ? null : numbering.getAbstractNum(abstractId(list));
        return known == null ? List.of() : known.getCTAbstractNum().getLvlList();
    }

    private static int[] starts(List<CTLvl> levels) {
        int[] counted = new int[LEVELS];
        for (int level = 0; level < LEVELS && level < levels.size(); level++) {
            counted[level] = start(levels.get(level)) - 1;
        }
        return counted;
    }

    private static int start(CTLvl level) {
        return level.isSetStart()
                ? Math.max(0, Math.min(99_999, level.getStart().getVal().intValue()))
                : 1;
    }

    private static String format(CTLvl level) {
        return level.isSetNumFmt() ? level.getNumFmt().getVal().toString() : "decimal";
    }

    private static String printed(List<CTLvl> levels, int level, int[] counted) {
        String text = levels.get(level).isSetLvlText()
                ? levels.get(level).getLvlText().getVal()
                : "%" + (level + 1) + ".";
        String printed = text == null ? "" : text;
        for (int one = 0; one <= level; one++) {
            int number = Math.max(counted[one], one < level ? start(levels.get(one)) : counted[one]);
            printed = printed.replace("%" + (one + 1), written(format(levels.get(one)), number));
        }
        return printed.length() > 60 ? "" : printed;
    }

    private static String written(String format, int number) {
        return switch (format) {
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    /** After Z comes AA, after that BB. */
    private static String letters(int number) {
        return number < 1 || number > 26 * 20
                ? Integer.toString(number)
                : String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3_999) {
            return Integer.toString(number);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder written = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                written.append(signs[i]);
                rest -= values[i];
            }
        }
        return written.toString();
    }
}
