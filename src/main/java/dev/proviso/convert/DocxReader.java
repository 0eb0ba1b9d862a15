package dev.proviso.convert;

import dev.proviso.convert.Piece.Heading;
import dev.proviso.convert.Piece.Note;
import dev.proviso.convert.Piece.Paragraph;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a file of Word (ECMA-376): what its reader sees once every tracked change is accepted. */
final class DocxReader {

    private static final int DEEPEST = 200;

    private final XWPFDocument document;
    private final DocxStyles styles;
    private final DocxNumbers numbers;
    private final Conversion conversion = new Conversion();

    private DocxReader(XWPFDocument document) {
        this.document = document;
        this.styles = new DocxStyles(document.getStyles());
        this.numbers = new DocxNumbers(document.getNumbering());
    }

    static Conversion read(XWPFDocument document) throws UnreadableFile {
        DocxReader reader = new DocxReader(document);
        reader.blocks(document.getDocument().getBody().getDomNode(), 0);
        return reader.conversion;
    }

    private void blocks(Node parent, int depth) throws UnreadableFile {
        if (depth > DEEPEST) {
            throw new UnreadableFile("The file is nested too deeply to be read.");
        }
        for (Element block : DocxXml.children(parent)) {
            switch (block.getLocalName()) {
                case "p" -> paragraph(block);
                case "tbl" -> table(block);
                case "sdt" -> control(block, depth);
                case "customXml", "ins", "moveTo", "AlternateContent", "Choice" -> blocks(block, depth + 1);
                case "altChunk" -> conversion.warn("A part that comes from another file was left out.");
                default -> {
                    // Marks and settings, which have no words.
                }
            }
        }
    }

    /** A list of contents is made anew wherever the document is shown. */
    private void control(Element control, int depth) throws UnreadableFile {
        boolean isContents = DocxXml.child(control, "sdtPr")
                .flatMap(of -> DocxXml.child(of, "docPartObj"))
                .flatMap(of -> DocxXml.child(of, "docPartGallery"))
                .filter(gallery -> DocxXml.value(gallery).equals("Table of Contents"))
                .isPresent();
        Optional<Element> content = DocxXml.child(control, "sdtContent");
        if (content.isPresent() && !isContents) {
            blocks(content.get(), depth + 1);
        }
    }

    private void paragraph(Element paragraph) throws UnreadableFile {
        Optional<Element> properties = DocxXml.child(paragraph, "pPr");
        String style = properties
                .flatMap(of -> DocxXml.child(of, "pStyle"))
                .map(DocxXml::value)
                .orElse("");
        if (styles.isContents(style)) {
            return;
        }
        DocxRuns runs = DocxRuns.of(paragraph, document, conversion);
        Optional<Integer> heading = properties
                .flatMap(of -> DocxXml.child(of, "outlineLvl"))
                .map(level -> DocxXml.number(level) + 1)
                .filter(level -> level <= 9)
                .or(() -> styles.heading(style));
        Optional<String> marker = marker(properties, style, runs.words());
        if (!runs.words().isEmpty()) {
            conversion.add(piece(heading, marker, properties, style, runs.words()));
        }
        for (String note : runs.notes()) {
            conversion.add(new Note(note));
        }
    }

    private Piece piece(
            Optional<Integer> heading,
            Optional<String> marker,
            Optional<Element> properties,
            String style,
            Inline words) {
        if (heading.isPresent()) {
            String plain = (marker.filter(printed -> !printed.equals("-")).orElse("") + " " + words.plain()).strip();
            return new Heading(Math.max(1, heading.get()), plain, heading.get() == 0);
        }
        return marker.map(printed -> Markers.item(level(properties, style), printed, words))
                .orElseGet(() -> new Paragraph(words.plain(), words.markdown(), words.isBold()));
    }

    private static Optional<Element> list(Optional<Element> properties) {
        return properties.flatMap(of -> DocxXml.child(of, "numPr"));
    }

    private int level(Optional<Element> properties, String style) {
        return list(properties)
                .flatMap(of -> DocxXml.child(of, "ilvl"))
                .map(DocxXml::number)
                .orElseGet(() -> styles.level(style));
    }

    /** What is printed before a paragraph of a list; an empty one counts for nothing. */
    private Optional<String> marker(Optional<Element> properties, String style, Inline words) {
        Optional<BigInteger> list = list(properties)
                .flatMap(of -> DocxXml.child(of, "numId"))
                .map(id -> BigInteger.valueOf(DocxXml.number(id)))
                .or(() -> styles.list(style));
        return words.isEmpty()
                ? Optional.empty()
                : list.filter(id -> id.signum() > 0).flatMap(id -> numbers.next(id, level(properties, style)));
    }

    private void table(Element table) throws UnreadableFile {
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Element row : DocxXml.within(table, "tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : DocxXml.within(row, "tc")) {
                Inline words = new Inline();
                for (Element paragraph : DocxXml.all(cell, "p")) {
                    DocxRuns runs = DocxRuns.of(paragraph, document, conversion);
                    words.add((words.isNew() ? "" : "\n") + runs.words().plain());
                    notes.addAll(runs.notes());
                }
                cells.add(words.markdownOnOneLine());
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        if (rows.stream().flatMap(List::stream).anyMatch(cell -> !cell.isEmpty())) {
            conversion.add(new Piece.Table(rows));
        }
        for (String note : notes) {
            conversion.add(new Note(note));
        }
    }
}
