package dev.proviso.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a vocabulary: lower case letters, digits and hyphens, in parts joined by dots. A key covers itself and every
 * key below it ({@code marketing} covers {@code marketing.messages.email}).
 */
public record Key(String value) implements Comparable<Key> {

    /** The recipient that every vocabulary has: the controller itself. */
    public static final Key SELF = new Key("self");

    public static final Key COLLECT = new Key("collect");
    public static final Key USE = new Key("use");
    public static final Key DISCLOSE = new Key("disclose");
    public static final Key TRANSFER = new Key("transfer");
    public static final Key RETAIN = new Key("retain");

    /** @throws IllegalArgumentException if the text does not have the form of a key */
    public Key {
        if (!isKey(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a key");
        }
    }

    /** Whether a text has the form of a key: no part is empty. */
    public static boolean isKey(String text) {
        boolean afterLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letter && !(afterLetter && (c == '.' || c == '-'))) {
                return false;
            }
            afterLetter = letter;
        }
        return afterLetter;
    }

    public boolean covers(Key other) {
        return other.value.startsWith(value)
                && (other.value.length() == value.length() || other.value.charAt(value.length()) == '.');
    }

    /** The keys that cover this one, but for itself: {@code marketing} and {@code marketing.messages} of the example above. */
    public List<Key> prefixes() {
        List<Key> prefixes = new ArrayList<>();
        for (int dot = value.indexOf('.'); dot > 0; dot = value.indexOf('.', dot + 1)) {
            prefixes.add(new Key(value.substring(0, dot)));
        }
        return prefixes;
    }

    /** How many parts the key has; of two keys that cover a third, the deeper one is the more specific. */
    public int depth() {
        return 1 + (int) value.chars().filter(c -> c == '.').count();
    }

    @Override
    public int compareTo(Key other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
