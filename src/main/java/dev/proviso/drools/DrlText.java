package dev.proviso.drools;

/** The one way by which text reaches DRL. */
final class DrlText {

    private DrlText() {}

    /**
     * A string literal. Printable ASCII stands as it is, other letters and digits as Unicode escapes, which Java reads before it
     * looks for the end of a string: so what could end one is refused.
     *
     * @throws IllegalStateException for quotes, backslashes and whatever is neither ASCII nor a letter or digit
     */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                out.append(c);
            } else if (c > 127
                    && Character.isLetterOrDigit(text.codePointAt(Character.isLowSurrogate(c) ? i - 1 : i))) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                throw new IllegalStateException(String.format("character %04x must not reach a rule", (int) c));
            }
        }
        return out.append('"').toString();
    }

    /** Line comments: control characters and line separators become blanks, backslashes slashes; long text is wrapped. */
    static String comment(String text) {
        String safe = text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c == '\\' ? '/' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        StringBuilder out = new StringBuilder("//");
        int column = 2;
        for (String word : safe.strip().split(" +")) {
            if (column + word.length() > 115) {
                out.append("\n//");
                column = 2;
            }
            out.append(' ').append(word);
            column += word.length() + 1;
        }
        return out.append('\n').toString();
    }
}
