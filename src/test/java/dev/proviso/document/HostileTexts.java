package dev.proviso.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that ask for much with few letters; most of them stopped a service, or a parser of Markdown, somewhere. */
public final class HostileTexts {

    private HostileTexts() {}

    /**
     * A text that can be made longer.
     *
     * @param limited whether the check refuses it at its full size; the others are only long
     */
    public record Hostile(String name, boolean limited, int size, java.util.function.IntFunction<String> text) {

        public String full() {
            return text.apply(size);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Hostile limited(String name, int size, java.util.function.IntFunction<String> text) {
        return new Hostile(name, true, size, text);
    }

    private static Hostile harmless(String name, int size, java.util.function.IntFunction<String> text) {
        return new Hostile(name, false, size, text);
    }

    public static List<Hostile> all() {
        return Stream.concat(limited().stream(), harmless().stream()).toList();
    }

    private static List<Hostile> limited() {
        return List.of(
                limited("a table as wide as it is long", 20_000, n -> table(n, n)),
                limited("a table of a thousand columns", 1_000, n -> table(n, n)),
                limited("a table of many rows", 30_000, n -> table(10, n)),
                limited("many tables", 500, n -> (table(50, 20) + "\n\n").repeat(n)),
                limited(
                        "a table in a quotation",
                        2_000,
                        n -> table(n, n).lines().map(line -> "> " + line).collect(lines())),
                limited("a block of rows as wide as it is long", 1_000, n -> "```table x\n" + table(n, n) + "\n```\n"),
                limited("nested quotations", 5_000, n -> ">".repeat(n) + "a"),
                limited("nested quotations and lists", 3_000, n -> "> - ".repeat(n) + "a"),
                limited("nested lists on one line", 20_000, n -> "- ".repeat(n) + "a"),
                limited("nested lists, indented", 600, HostileTexts::lists),
                limited("nested numbered lists", 5_000, n -> "1. ".repeat(n) + "a"),
                limited("nested emphasis", 3_000, n -> "*a ".repeat(n) + "b* ".repeat(n)),
                limited("nested strong emphasis", 3_000, n -> "**a ".repeat(n) + "b** ".repeat(n)),
                limited("nested emphasis of two kinds", 3_000, n -> "*a _b ".repeat(n) + "c_ d* ".repeat(n)),
                limited("nested pictures", 3_000, n -> "![".repeat(n) + "x" + "](u)".repeat(n)),
                limited("emphasis that never fits", 20_000, n -> "a**b" + "c* ".repeat(n)),
                limited("links and signs of emphasis", 20_000, "*a [b](c) "::repeat),
                limited("lazy lines of a list", 20_000, n -> "- a|b\n|-|-|\n" + "[|\n".repeat(n)),
                limited("lazy lines of a quotation", 20_000, n -> "> |a|\n|-|\n" + "[|\n".repeat(n)),
                limited("a table whose line of dashes is wrong", 20_000, n -> "|a|b|\n|-||-|\n" + "[|\n".repeat(n)),
                limited("lines below a block of HTML", 20_000, n -> "<div>\n```\n\n" + "[\n".repeat(n)),
                limited("indented bullets below a paragraph", 20_000, n -> "a\n" + "    - [\n".repeat(n)),
                limited("numbers that begin no list", 20_000, n -> "a\n" + "2. [\n".repeat(n)),
                limited("stars", 3_000, n -> "*".repeat(n) + "x" + "*".repeat(n)),
                limited("brackets", 100_000, "["::repeat),
                limited("brackets and their ends", 20_000, n -> "[".repeat(n) + "]".repeat(n)),
                limited("links without an end", 25_000, "[a]("::repeat),
                limited("links in angle brackets without an end", 20_000, "[a](<b"::repeat),
                limited("definitions without an end", 20_000, "[a]: <"::repeat),
                limited("definitions without an end, line by line", 20_000, "[a]: <\n"::repeat),
                limited("brackets line by line", 50_000, "[\n"::repeat),
                limited("lines", 100_000, "a\n"::repeat),
                limited("lines that look like tables", 30_000, "a\n|-|\n"::repeat),
                limited("a long title of a definition", 50_000, n -> "[a]: x \"" + "y\n".repeat(n) + "\"\n"),
                limited(
                        "a long definition, used often",
                        10_000,
                        n -> "[a]: " + "u".repeat(n) + "\n\n" + "[a]\n\n".repeat(n)),
                limited(
                        "a definition within the limit, used often",
                        9_000,
                        n -> "[a]: " + "u".repeat(n) + "\n\n" + "[a]\n\n".repeat(n)));
    }

    private static List<Hostile> harmless() {
        return List.of(
                harmless("less-than signs", 100_000, "<"::repeat),
                harmless("growing backticks", 1_200, n -> IntStream.range(1, n)
                        .mapToObj("`"::repeat)
                        .collect(Collectors.joining("e"))),
                harmless("HTML with many attributes", 20_000, n -> "<a " + "b=\"c\" ".repeat(n) + ">"),
                harmless("HTML that never ends", 20_000, n -> "<a " + "b=\"c\" ".repeat(n)),
                harmless("HTML in HTML", 20_000, "<div>"::repeat),
                harmless("comments without an end", 20_000, "x <!--"::repeat),
                harmless("instructions without an end", 20_000, "x <?"::repeat),
                harmless("ends of brackets", 100_000, "]"::repeat),
                harmless("addresses", 50_000, n -> "<" + "a@".repeat(n)),
                harmless("hosts", 50_000, n -> "<a@" + "b.".repeat(n)),
                harmless("entities", 50_000, "&amp;"::repeat),
                harmless("quotation marks", 100_000, "\""::repeat),
                harmless("blanks", 100_000, n -> " ".repeat(n) + "x"),
                harmless("hash signs", 100_000, n -> "# a " + "# ".repeat(n) + "b"),
                harmless("dashes", 100_000, n -> "- ".repeat(20) + "-".repeat(n)),
                harmless("open blocks of code", 20_000, "~~~ x\n~~~\n"::repeat),
                harmless("bars", 100_000, "|"::repeat),
                harmless("a row of escaped bars", 50_000, n -> "|a|\n|-|\n|" + "\\|".repeat(n) + "|"),
                harmless("dashes below a bar", 100_000, n -> "a|b\n" + "-".repeat(n) + "x|"),
                harmless("blanks between bars", 100_000, n -> "a" + " ".repeat(n) + "|b\n-|-x"),
                harmless("a verb and blanks", 100_000, n -> "Permit" + " ".repeat(n) + "x"),
                harmless("verbs", 20_000, "Permit use "::repeat),
                harmless("blank lines", 100_000, n -> "a" + " \n".repeat(n) + "b"),
                harmless("backslashes", 100_000, "\\"::repeat));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> lines() {
        return Collectors.joining("\n");
    }

    private static String table(int columns, int rows) {
        return "|" + "a|".repeat(columns) + "\n|" + "-|".repeat(columns) + "\n" + "|x|\n".repeat(rows);
    }

    private static String lists(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(level -> "  ".repeat(level) + "- a\n")
                .collect(Collectors.joining());
    }
}
