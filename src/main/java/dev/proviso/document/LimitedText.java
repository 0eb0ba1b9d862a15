package dev.proviso.document;

/** A text that is built up to a length and no further. */
final class LimitedText implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    LimitedText(int longest) {
        this.longest = longest;
    }

    /** The text would be longer than it may be. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private LimitedText require(int more) {
        if (more > longest - text.length()) {
            throw new Full();
        }
        return this;
    }

    @Override
    public LimitedText append(CharSequence more) {
        require(more.length()).text.append(more);
        return this;
    }

    @Override
    public LimitedText append(CharSequence more, int start, int end) {
        require(end - start).text.append(more, start, end);
        return this;
    }

    @Override
    public LimitedText append(char more) {
        require(1).text.append(more);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
