package dev.proviso.convert;

import dev.proviso.convert.Piece.Heading;
import dev.proviso.convert.Piece.Paragraph;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pieces of a document below the headings that open them, each with the number by which it will be cited.
 *
 * @param title of the document; empty if there is none
 */
record Sections(String title, List<Section> all) {

    private static final int LONGEST_HEADING = 200;
    private static final int HIGHEST = 2;

    /** Numbers that no document reads as the number of a clause. */
    private static final Pattern ODD_NUMBER = Pattern.compile(
            "^(?i:clause|paragraph|para\\.?|regulation|rule|point|item|no\\.?|nr\\.?|part|chapter|article|art\\.|section|§+)?\\s*"
                    + "(?:\\([0-9A-Za-z]{1,3}\\)|[IVXLC]+[.)]|[0-9]+[A-Za-z]?(?:\\.[0-9]+)*[.):]?|第.{1,8}[条條])(?:[\\s.:)–—-]+|$)");

    /**
     * @param number of its clause; empty for what opens none
     * @param heading as its line has it; empty for what stands before the first
     */
    record Section(String number, String heading, int level, List<Piece> pieces) {

        boolean isClause() {
            return !number.isEmpty();
        }
    }

    /**
     * Divides a document.
     *
     * @param told what was guessed
     */
    static Sections of(List<Piece> read, Optional<String> said, Conversion told) {
        List<Piece> pieces = new ArrayList<>(
                TypedHeadings.in(read.stream().map(Sections::shortHeading).toList()));
        String title = takeTitle(pieces).or(() -> said).orElse("");
        List<Section> sections = divided(pieces);
        boolean isFlat = sections.stream().allMatch(section -> section.level() == 0);
        if (isFlat) {
            List<Piece> all = sections.stream()
                    .flatMap(section -> section.pieces().stream())
                    .toList();
            told.warn(
                    "No headings were found. The whole text is one clause; divide it with lines that begin with \"## \".");
            return new Sections(
                    title, List.of(new Section("1", "1. " + (title.isEmpty() ? "Text" : title), HIGHEST, all)));
        }
        return new Sections(title, numbered(sections, told));
    }

    /** The same of a part: its headings keep the numbers that they have, and get none. */
    static Sections ofPart(List<Piece> read) {
        return new Sections(
                "",
                divided(TypedHeadings.in(
                        read.stream().map(Sections::shortHeading).toList())));
    }

    /** A whole paragraph in the style of a heading is a paragraph all the same. */
    private static Piece shortHeading(Piece piece) {
        if (piece instanceof Heading heading && heading.plain().length() > LONGEST_HEADING) {
            return new Paragraph(heading.plain(), Markdown.lineStart(Markdown.escaped(heading.plain())), false);
        }
        return piece;
    }

    private static Optional<String> takeTitle(List<Piece> pieces) {
        int at = titleAt(pieces);
        if (at < 0) {
            return Optional.empty();
        }
        Piece piece = pieces.remove(at);
        return Optional.of(piece instanceof Heading heading ? heading.plain() : ((Paragraph) piece).plain());
    }

    private static int titleAt(List<Piece> pieces) {
        List<Heading> headings = headings(pieces);
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading && heading.title()) {
                return pieces.indexOf(piece);
            }
        }
        if (!headings.isEmpty()) {
            Heading first = headings.get(0);
            boolean isAlone = headings.stream().skip(1).allMatch(heading -> heading.level() > first.level());
            if (isAlone && headings.size() > 1 && number(first.plain()).isEmpty()) {
                return pieces.indexOf(first);
            }
        }
        boolean isShortFirst = !pieces.isEmpty()
                && pieces.get(0) instanceof Paragraph paragraph
                && paragraph.plain().length() <= 100
                && paragraph.markdown().indexOf('\n') < 0
                && !paragraph.plain().endsWith(".");
        return isShortFirst ? 0 : -1;
    }

    private static List<Heading> headings(List<Piece> pieces) {
        return pieces.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .toList();
    }

    private static List<Section> divided(List<Piece> pieces) {
        int highest = headings(pieces).stream().mapToInt(Heading::level).min().orElse(HIGHEST);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", "", 0, new ArrayList<>()));
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading && !heading.plain().isEmpty()) {
                int level = Math.min(6, heading.level() - highest + HIGHEST);
                sections.add(new Section(number(heading.plain()), heading.plain(), level, new ArrayList<>()));
            } else if (!(piece instanceof Heading)) {
                sections.get(sections.size() - 1).pieces().add(piece);
            }
        }
        return sections;
    }

    /** The number of the clause that a heading opens, as documents are read. */
    private static String number(String heading) {
        return passage(heading)
                .filter(one -> one.kind() == Passage.Kind.CLAUSE)
                .map(Passage::number)
                .orElse("");
    }

    private static Optional<Passage> passage(String heading) {
        String line = "## " + Markdown.escaped(heading) + "\n";
        return Documents.passages(new Source("heading", line)).stream()
                .filter(one -> !one.title().isEmpty() || !one.number().isEmpty())
                .findFirst();
    }

    private static List<Section> numbered(List<Section> sections, Conversion told) {
        List<Section> headed =
                sections.stream().filter(section -> section.level() > 0).toList();
        List<String> numbers = headed.stream()
                .map(Section::number)
                .filter(number -> !number.isEmpty())
                .toList();
        Set<String> different = new HashSet<>(numbers);
        List<String> odd = headed.stream()
                .filter(section -> !section.isClause())
                .map(Section::heading)
                .toList();
        boolean isOddNumber = odd.stream().anyMatch(Sections::looksNumbered);
        boolean isLong = numbers.stream().anyMatch(number -> number.length() > 32);
        if (numbers.isEmpty() || different.size() < numbers.size() || isOddNumber || isLong) {
            told.warn(
                    numbers.isEmpty()
                            ? "The headings have no numbers that can be cited; they were numbered in their order."
                            : "The numbers of the headings could not be kept, for some occur twice or are in a form that cannot be cited; the clauses were numbered anew.");
            return anew(sections);
        }
        if (!odd.isEmpty()) {
            told.warn("These headings have no number and open no clause: " + shortened(odd) + ".");
        }
        return sections;
    }

    /** Whether a heading is taken for one of a clause whose number cannot be read. */
    private static boolean looksNumbered(String heading) {
        Source line = new Source("heading", "## " + Markdown.escaped(heading) + "\n");
        return Documents.policy(line, List.of()).diagnostics().stream()
                .anyMatch(one -> one.code().equals("clause-number"));
    }

    private static String shortened(List<String> headings) {
        String first = String.join("; ", headings.subList(0, Math.min(5, headings.size())));
        return headings.size() > 5 ? first + "; and " + (headings.size() - 5) + " more" : first;
    }

    /** {@code 1.}, {@code 1.1} and so on, in the order and the depth of the headings. */
    private static List<Section> anew(List<Section> sections) {
        List<Section> all = new ArrayList<>();
        int[] counted = new int[8];
        for (Section section : sections) {
            if (section.level() == 0) {
                all.add(section);
                continue;
            }
            counted[section.level()]++;
            StringBuilder number = new StringBuilder();
            for (int level = HIGHEST; level <= section.level(); level++) {
                counted[level] = Math.max(1, counted[level]);
                number.append(level > HIGHEST ? "." : "").append(counted[level]);
            }
            for (int level = section.level() + 1; level < counted.length; level++) {
                counted[level] = 0;
            }
            String words =
                    ODD_NUMBER.matcher(section.heading()).replaceFirst("").strip();
            String dot = section.level() == HIGHEST ? ". " : " ";
            all.add(new Section(number.toString(), (number + dot + words).strip(), section.level(), section.pieces()));
        }
        return all;
    }
}
