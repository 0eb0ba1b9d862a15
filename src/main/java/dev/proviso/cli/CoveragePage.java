package dev.proviso.cli;

import dev.proviso.coverage.Coverage;
import dev.proviso.coverage.Coverage.Condition;
import dev.proviso.coverage.Coverage.Document;
import dev.proviso.coverage.Coverage.Sentence;
import dev.proviso.coverage.Coverage.TableRow;
import dev.proviso.coverage.CoverageText;
import dev.proviso.document.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One page that shows the text of documents as their authors wrote it, each sentence and row coloured by whether tests exercise
 * it. It needs nothing from elsewhere and no script, and what authors wrote is text in it, never markup.
 */
final class CoveragePage {

    private final Coverage coverage;

    /** A stretch of the text, and what is written after it. */
    private record Mark(Span span, String colour, String title, List<Condition> conditions) {}

    CoveragePage(Coverage coverage) {
        this.coverage = coverage;
    }

    /** @throws CommandFailure if the file cannot be written */
    void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter page = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            page.writeDTD("<!DOCTYPE html>");
            page.writeStartElement("html");
            page.writeAttribute("lang", "en");
            head(page);
            page.writeStartElement("body");
            element(page, "h1", "What the tests exercise");
            legend(page);
            for (Document document : coverage.documents()) {
                document(page, document);
            }
            page.writeEndElement();
            page.writeEndElement();
            page.writeEndDocument();
            page.close();
        } catch (IOException | XMLStreamException e) {
            throw CommandFailure.wrongUse("The page " + file + " cannot be written.");
        }
    }

    private static void head(XMLStreamWriter page) throws XMLStreamException, IOException {
        page.writeStartElement("head");
        page.writeEmptyElement("meta");
        page.writeAttribute("charset", "utf-8");
        page.writeEmptyElement("meta");
        page.writeAttribute("name", "viewport");
        page.writeAttribute("content", "width=device-width, initial-scale=1");
        element(page, "title", "What the tests exercise");
        element(page, "style", style());
        page.writeEndElement();
    }

    private static String style() throws IOException {
        try (InputStream in = CoveragePage.class.getResourceAsStream("coverage.css")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void legend(XMLStreamWriter page) throws XMLStreamException {
        page.writeStartElement("p");
        span(page, "covered", "decided, and every value of its conditions was seen");
        page.writeCharacters(" ");
        span(page, "partly", "exercised in part");
        page.writeCharacters(" ");
        span(page, "not", "not exercised");
        page.writeCharacters(" ");
        span(page, "unreachable", "cannot be reached by any test");
        page.writeEndElement();
    }

    private static void document(XMLStreamWriter page, Document document) throws XMLStreamException {
        page.writeStartElement("section");
        element(page, "h2", document.document() + " " + document.version() + ": " + document.percent() + "%");
        element(page, "p", document.file() + ": " + CoverageText.counted(document) + ".");
        if (!document.scope().isEmpty()) {
            page.writeStartElement("div");
            page.writeCharacters("Scope ");
            conditions(page, document.scope());
            page.writeEndElement();
        }
        page.writeStartElement("pre");
        String text = document.text().source().text();
        int written = 0;
        for (Mark mark : marks(document)) {
            page.writeCharacters(text.substring(written, mark.span().start()));
            page.writeStartElement("mark");
            page.writeAttribute("class", mark.colour());
            page.writeAttribute("title", mark.title());
            page.writeCharacters(text.substring(mark.span().start(), mark.span().end()));
            page.writeEndElement();
            conditions(page, mark.conditions());
            written = mark.span().end();
        }
        page.writeCharacters(text.substring(written));
        page.writeEndElement();
        page.writeEndElement();
    }

    private static List<Mark> marks(Document document) {
        Stream<Mark> rules = document.rules().stream()
                .map(rule -> new Mark(
                        rule.span(), colour(rule), rule.rule() + " " + CoverageText.fate(rule), rule.conditions()));
        Stream<Mark> rows =
                document.rows().stream().map(row -> new Mark(row.span(), colour(row), title(row), List.of()));
        return Stream.concat(rules, rows)
                .sorted(Comparator.comparing(mark -> mark.span().start()))
                .toList();
    }

    private static String colour(Sentence rule) {
        if (rule.unreachable().isPresent()) {
            return "unreachable";
        }
        return rule.isCovered() ? "covered" : rule.isPartlyCovered() ? "partly" : "not";
    }

    private static String colour(TableRow row) {
        return row.touched() ? "covered" : "not";
    }

    private static String title(TableRow row) {
        return row.touched() ? "was looked up" : "was not looked up";
    }

    /** Each condition with the values that it was not seen to have. */
    private static void conditions(XMLStreamWriter page, List<Condition> conditions) throws XMLStreamException {
        for (Condition condition : conditions) {
            String lacking = condition.isCovered() ? "" : ": never " + CoverageText.values(condition.missing());
            String colour = condition.isCovered() ? "covered" : condition.seen().isEmpty() ? "not" : "partly";
            page.writeCharacters("\n    ");
            span(page, "condition " + colour, condition.condition() + lacking);
        }
    }

    private static void span(XMLStreamWriter page, String colour, String text) throws XMLStreamException {
        page.writeStartElement("span");
        page.writeAttribute("class", colour);
        page.writeCharacters(text);
        page.writeEndElement();
    }

    private static void element(XMLStreamWriter page, String name, String text) throws XMLStreamException {
        page.writeStartElement(name);
        page.writeCharacters(text);
        page.writeEndElement();
    }
}
