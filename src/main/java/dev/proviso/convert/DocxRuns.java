package dev.proviso.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The words of a paragraph of Word, without what is deleted, moved away or hidden, and the footnotes that it refers to. */
final class DocxRuns {

    private static final int DEEPEST = 50;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final XWPFDocument document;
    private final Conversion conversion;
    private final Inline words = new Inline();
    private final List<String> notes = new ArrayList<>();

    /** Fields have a code, which nobody sees, and then what they show. */
    private int codes;

    private DocxRuns(XWPFDocument document, Conversion conversion) {
        this.document = document;
        this.conversion = conversion;
    }

    static DocxRuns of(Element paragraph, XWPFDocument document, Conversion conversion) throws UnreadableFile {
        DocxRuns runs = new DocxRuns(document, conversion);
        runs.read(paragraph, "", 0);
        if (runs.words.hadHidden()) {
            conversion.warn("Characters that no reader sees were left out.");
        }
        return runs;
    }

    Inline words() {
        return words;
    }

    /** As Markdown, each with the mark by which the words refer to it. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void read(Node parent, String link, int depth) throws UnreadableFile {
        if (depth > DEEPEST) {
            throw new UnreadableFile("The file is nested too deeply to be read.");
        }
        for (Element part : DocxXml.children(parent)) {
            switch (part.getLocalName()) {
                case "r" -> run(part, link);
                case "hyperlink" -> read(part, address(part), depth + 1);
                case "ins", "moveTo" -> {
                    conversion.warn("The file has tracked changes. They were taken as accepted.");
                    read(part, link, depth + 1);
                }
                case "del", "moveFrom" -> conversion.warn("The file has tracked changes. They were taken as accepted.");
                case "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo" ->
                    read(part, link, depth + 1);
                case "oMath", "oMathPara" -> conversion.warn("A formula was left out.");
                default -> {
                    // Marks and settings, which have no words.
                }
            }
        }
    }

    private String address(Element hyperlink) {
        XWPFHyperlink known = document.getHyperlinkByID(hyperlink.getAttributeNS(RELATIONS, "id"));
        return known == null || known.getURL() == null ? "" : known.getURL();
    }

    private void run(Element run, String link) {
        Optional<Element> properties = DocxXml.child(run, "rPr");
        if (properties.filter(of -> DocxXml.isOn(of, "vanish")).isPresent()) {
            return;
        }
        boolean bold = properties.filter(of -> DocxXml.isOn(of, "b")).isPresent();
        boolean slanted = properties.filter(of -> DocxXml.isOn(of, "i")).isPresent();
        for (Element part : DocxXml.children(run)) {
            String name = part.getLocalName();
            if (name.equals("fldChar")) {
                field(DocxXml.attribute(part, "fldCharType"));
            } else if (codes == 0) {
                words.add(text(part, name), bold, slanted, link);
            }
        }
    }

    private void field(String type) {
        if (type.equals("begin")) {
            codes++;
        } else if (codes > 0) {
            codes--;
        }
    }

    private String text(Element part, String name) {
        return switch (name) {
            case "t" -> DocxXml.text(part);
            case "tab", "ptab" -> " ";
            case "br", "cr" -> "\n";
            case "noBreakHyphen" -> "-";
            case "footnoteReference" -> note("" + id(part), document.getFootnoteByID(id(part)));
            case "endnoteReference" -> note("e" + id(part), document.getEndnoteByID(id(part)));
            case "drawing", "pict", "object" -> {
                conversion.warn("Pictures were left out.");
                yield "";
            }
            case "sym" -> {
                conversion.warn("Signs of a font of symbols were left out.");
                yield "";
            }
            default -> "";
        };
    }

    private static int id(Element reference) {
        String id = DocxXml.attribute(reference, "id");
        return id.matches("[0-9]{1,6}") ? Integer.parseInt(id) : -1;
    }

    private String note(String id, @Nullable XWPFAbstractFootnoteEndnote note) {
        if (note == null) {
            return "";
        }
        String mark = "[" + id + "]";
        if (!conversion.isFirst("note " + mark)) {
            return mark;
        }
        Inline said = new Inline();
        said.add(mark);
        boolean isFirst = true;
        for (Element run : DocxXml.all((Element) note.getCTFtnEdn().getDomNode(), "t")) {
            said.add((isFirst ? " " : "") + DocxXml.text(run));
            isFirst = false;
        }
        conversion.warn("Footnotes stand at the end of the clause that refers to them.");
        notes.add(said.markdownOnOneLine());
        return mark;
    }
}
