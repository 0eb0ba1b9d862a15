package dev.proviso.convert;

/** A file that cannot be taken in; the message is a sentence for the person who sent it. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableFile(String sentence) {
        super(sentence);
    }
}
