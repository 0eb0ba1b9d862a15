package dev.proviso.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file of Word, made of the elements that Word writes. */
public final class WordFile {

    private static final String NS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String STYLES = HEAD + "<w:styles " + NS + ">"
            + style("Title", "Title", "")
            + style("berschrift1", "heading 1", "")
            + style("berschrift2", "heading 2", "")
            + style("Clause", "House clause", "<w:basedOn w:val=\"berschrift1\"/>")
            + style("TOC1", "toc 1", "")
            + style("Numbered", "House numbered", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
            + "</w:styles>";

    private static final String NUMBERING = HEAD + "<w:numbering " + NS + ">"
            + list(1, "decimal", "%1.", "lowerLetter", "(%2)")
            + list(2, "decimal", "%1.", "decimal", "%1.%2")
            + list(3, "bullet", "\uF0B7", "bullet", "o")
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";

    private static final String FOOTNOTES = HEAD + "<w:footnotes " + NS
            + "><w:footnote w:id=\"1\"><w:p><w:r><w:t>See the * register.</w:t></w:r></w:p></w:footnote></w:footnotes>";

    private WordFile() {}

    private static String style(String id, String name, String more) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + more
                + "</w:style>";
    }

    private static String list(int id, String first, String firstText, String second, String secondText) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + level(0, first, firstText)
                + level(1, second, secondText) + "</w:abstractNum>";
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>";
    }

    static String listed(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + run(text) + "</w:p>";
    }

    static String run(String text) {
        return run(text, "");
    }

    static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String table(String... rows) {
        StringBuilder table = new StringBuilder("<w:tbl>");
        for (String row : rows) {
            table.append("<w:tr>");
            for (String cell : row.split("\\|")) {
                table.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
            }
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    /** A file with these elements in its body. */
    static byte[] of(String... body) {
        return withDocument(
                HEAD + "<w:document " + NS + "><w:body>" + String.join("", body) + "</w:body></w:document>");
    }

    static byte[] withDocument(String document) {
        Map<String, String> parts = new LinkedHashMap<>();
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder types = new StringBuilder(HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + type + "document.main+xml\"/>");
        StringBuilder relations = new StringBuilder(relations(""));
        int id = 1;
        for (String part : new String[] {"styles", "numbering", "footnotes"}) {
            types.append("<Override PartName=\"/word/")
                    .append(part)
                    .append(".xml\" ContentType=\"")
                    .append(type)
                    .append(part)
                    .append("+xml\"/>");
            relations.append(relation(id++, part, part + ".xml", ""));
        }
        relations.append(relation(9, "hyperlink", "https://example.com/", " TargetMode=\"External\""));
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put(
                "_rels/.rels",
                relations("") + relation(1, "officeDocument", "word/document.xml", "") + "</Relationships>");
        parts.put("word/document.xml", document);
        parts.put("word/_rels/document.xml.rels", relations + "</Relationships>");
        parts.put("word/styles.xml", STYLES);
        parts.put("word/numbering.xml", NUMBERING);
        parts.put("word/footnotes.xml", FOOTNOTES);
        return zip(parts);
    }

    private static String relations(String inner) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner;
    }

    private static String relation(int id, String type, String target, String more) {
        return "<Relationship Id=\"rId" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\""
                + target + "\"" + more + "/>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A policy as someone wrote it in Word: for tests that need any. */
    public static byte[] policy() {
        return of(
                styled("Title", "Privacy notice of the Garden Letter"),
                paragraph("We, the Garden Letter, say here what we do."),
                styled("berschrift1", "Article 1 The letter"),
                paragraph("We send our letter by e-mail."),
                listed(3, 0, "to those who asked for it"),
                listed(3, 0, "to nobody else"),
                styled("berschrift1", "Article 2 How long"),
                table("Data|Period", "E-mail|one year"),
                paragraph("Article 3 Voice assistants"),
                paragraph("We have none."));
    }
}
