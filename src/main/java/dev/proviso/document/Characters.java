package dev.proviso.document;

import dev.proviso.policy.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Finds characters that readers of a text do not see, or take for others. */
final class Characters {

    /** So many are named; whoever mends them finds the rest. */
    private static final int MOST = 20;

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Parser MARKDOWN = Parser.builder().build();

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:[._'-]++[\\p{L}\\p{N}]++)*+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    /** Letters of other alphabets in the order of the Latin letters that they look like. */
    private static final String OTHERS = "аеорсухіјѕһԁԛԝӏАВЕКМНОРСТХУІЈЅοανιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String THEIR_LOOKS = "aeopcyxijshdqwlABEKMHOPCTXYIJSoaviABEZHIKMNOPTYX";

    private Characters() {}

    /** Reports what is not seen of a text as it is written. */
    static void checkHidden(Fragment text, Findings findings) {
        String rest = text.text();
        int start = text.place().start() == 0 && rest.startsWith("\uFEFF") ? 1 : 0;
        for (int i = 0; i < MOST; i++) {
            Optional<PlainText.Finding> found = PlainText.firstHidden(rest.substring(start));
            if (found.isEmpty()) {
                return;
            }
            int at = start + found.get().offset();
            int end = at + Character.charCount(found.get().codePoint());
            hidden(text.span(at, end), found.get().name(), findings);
            start = end;
        }
    }

    /** Reports what is not seen of a value that is written in another way, such as {@code "\u202E"}. */
    static void checkHidden(String value, Span place, Findings findings) {
        PlainText.firstHidden(value).ifPresent(found -> hidden(place, found.name(), findings));
    }

    private static void hidden(Span place, String name, Findings findings) {
        findings.flaw(
                "hidden-character",
                place,
                name + " stands here, which readers do not see or which turns around what they see. Take it out.");
    }

    /** Reports entities of HTML (the right-to-left mark by its name or number) that stand for characters that are not seen. */
    static void checkEntities(Fragment markdown, Findings findings) {
        Map<String, String> known = new HashMap<>();
        Matcher entity = ENTITY.matcher(markdown.text());
        for (int i = 0; i < MOST && entity.find(); ) {
            String value = known.computeIfAbsent(entity.group(), Characters::shown);
            Optional<PlainText.Finding> found = PlainText.firstHidden(value);
            if (found.isPresent()) {
                hidden(markdown.span(entity.start(), entity.end()), found.get().name(), findings);
                i++;
            }
        }
    }

    private static String shown(String entity) {
        Node paragraph = MARKDOWN.parse(entity).getFirstChild();
        return paragraph instanceof Paragraph && paragraph.getFirstChild() instanceof Text text
                ? text.getLiteral()
                : "";
    }

    /** Reports words of Latin letters with a letter of another alphabet that looks like a Latin one. */
    static void checkLookAlikes(Fragment text, Findings findings) {
        if (text.text().chars().allMatch(c -> c < 0x80)) {
            return;
        }
        Matcher word = WORD.matcher(text.text());
        for (int i = 0; i < MOST && word.find(); ) {
            int at = lookAlike(word.group());
            if (at >= 0) {
                lookAlike(word.group(), at, text.span(word.start(), word.end()), findings);
                i++;
            }
        }
    }

    /** Where the first letter stands that looks like another; -1 if there is none. */
    private static int lookAlike(String word) {
        if (!LATIN.matcher(word).find()) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            if (look(word.charAt(i)) != word.charAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private static void lookAlike(String word, int at, Span place, Findings findings) {
        char letter = word.charAt(at);
        String meant = word.chars()
                .map(c -> look((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        findings.flaw(
                "look-alike",
                place,
                "In %s a letter is U+%04X %s, which only looks like \"%s\"."
                        .formatted(Findings.quoted(word), (int) letter, Character.getName(letter), look(letter)),
                Optional.of(meant));
    }

    private static char look(char letter) {
        if (letter >= '\uFF21' && letter <= '\uFF5A') {
            char narrow = (char) (letter - '\uFF21' + 'A');
            return Character.isLetter(letter) ? narrow : letter;
        }
        int at = letter < 0x80 ? -1 : OTHERS.indexOf(letter);
        return at < 0 ? letter : THEIR_LOOKS.charAt(at);
    }
}
