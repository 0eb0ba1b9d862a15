package dev.proviso.convert;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** What the styles of a file of Word say of its paragraphs, with what they take over from others. */
final class DocxStyles {

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

    /** No style of a real file takes over from so many others. */
    private static final int DEEPEST = 20;

    private final @Nullable XWPFStyles styles;
    private final Map<String, Optional<XWPFStyle>> known = new HashMap<>();

    DocxStyles(@Nullable XWPFStyles styles) {
        this.styles = styles;
    }

    /** The level of a heading, from 1; 0 for the title; empty for any other. Names are English in every Word. */
    Optional<Integer> heading(String style) {
        return first(style, one -> {
            String name = Optional.ofNullable(one.getName()).orElse("").toLowerCase(Locale.ROOT);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Optional.of(Integer.parseInt(heading.group(1)));
            }
            return name.equals("title") ? Optional.of(0) : outline(one);
        });
    }

    private static Optional<Integer> outline(XWPFStyle style) {
        return properties(style)
                .filter(CTPPrGeneral::isSetOutlineLvl)
                .map(of -> of.getOutlineLvl().getVal().intValue() + 1)
                .filter(level -> level <= 9);
    }

    /** Whether it is a line of a list of contents. */
    boolean isContents(String style) {
        return first(style, one -> Optional.ofNullable(one.getName())
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("toc ")))
                .isPresent();
    }

    /** The list that its paragraphs belong to. */
    Optional<BigInteger> list(String style) {
        return first(style, one -> properties(one)
                .filter(of -> of.isSetNumPr() && of.getNumPr().isSetNumId())
                .map(of -> of.getNumPr().getNumId().getVal()));
    }

    /** Their level in that list, from 0. */
    int level(String style) {
        return first(style, one -> properties(one)
                        .filter(of -> of.isSetNumPr() && of.getNumPr().isSetIlvl())
                        .map(of -> of.getNumPr().getIlvl().getVal().intValue()))
                .orElse(0);
    }

    private static Optional<CTPPrGeneral> properties(XWPFStyle style) {
        CTStyle written = style.getCTStyle();
        return written.isSetPPr() ? Optional.of(written.getPPr()) : Optional.empty();
    }

    private <T> Optional<T> first(String style, Function<XWPFStyle, Optional<T>> ask) {
        Optional<XWPFStyle> one = style(style);
        for (int depth = 0; one.isPresent() && depth < DEEPEST; depth++) {
            Optional<T> found = one.flatMap(ask);
            if (found.isPresent()) {
                return found;
            }
            one = one.map(XWPFStyle::getBasisStyleID).flatMap(this::style);
        }
        return Optional.empty();
    }

    private Optional<XWPFStyle> style(String id) {
        return known.computeIfAbsent(
                id, key -> styles == null ? Optional.empty() : Optional.ofNullable(styles.getStyle(key)));
    }
}
