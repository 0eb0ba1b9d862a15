package dev.proviso.convert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;

/**
 * Takes in a file as the text of a document. Safe for any thread; what a file may cost is bounded: its size, what it unpacks to,
 * and the length of its text. Nothing outside of the file is read, and nothing in it is carried out.
 */
public final class FileConverter {

    /** The largest file, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final long LARGEST_UNPACKED = 50L * 1024 * 1024;
    private static final long LARGEST_XML = 20L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;

    /** Files of Word take much memory: one at a time, and who waits too long is told to come again. */
    private static final Semaphore ONE = new Semaphore(1, true);

    private static final int MOST_SECONDS = 10;

    private FileConverter() {}

    /** What a file can be. */
    public enum Format {
        DOCX,
        HTML,
        MARKDOWN,
        TEXT
    }

    /**
     * What a file is, by the end of its name.
     *
     * @throws UnreadableFile if it is none of these
     */
    public static Format format(String name) throws UnreadableFile {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (end) {
            case "docx", "docm", "dotx" -> Format.DOCX;
            case "html", "htm", "xhtml" -> Format.HTML;
            case "md", "markdown" -> Format.MARKDOWN;
            case "txt", "text" -> Format.TEXT;
            default ->
                throw new UnreadableFile("A file ends with .docx, .html, .md or .txt, and \"" + shortened(name)
                        + "\" does not." + advice(end));
        };
    }

    private static String shortened(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }

    private static String advice(String end) {
        return switch (end) {
            case "doc", "rtf", "odt", "pages", "wps" -> " Open it in your word processor and save it as .docx.";
            case "pdf" -> " A PDF has no headings and no paragraphs to read; take the file that it was made from.";
            default -> "";
        };
    }

    /**
     * The text of a document, with its clauses.
     *
     * @param name of the file, by which a document is called that has no title
     * @throws UnreadableFile if it cannot be taken in
     */
    public static Converted converted(String name, Format format, byte[] bytes) throws UnreadableFile {
        if (bytes.length > LARGEST) {
            throw new UnreadableFile("The file is larger than 5 MB.");
        }
        if (bytes.length == 0) {
            throw new UnreadableFile("The file is empty.");
        }
        String fallback = name.replaceFirst("\\.[^.]*$", "")
                .replaceAll("[\\p{Cntrl}_-]+", " ")
                .strip();
        return ClauseWriter.written(read(format, bytes), fallback.isEmpty() ? "Policy" : fallback);
    }

    private static Conversion read(Format format, byte[] bytes) throws UnreadableFile {
        return switch (format) {
            case DOCX -> docx(bytes);
            case HTML -> html(bytes);
            case MARKDOWN -> TextReader.markdown(text(bytes));
            case TEXT -> TextReader.plain(text(bytes));
        };
    }

    /**
     * What is pasted from the clipboard: a part of a document, with the marks of its headings, lists and tables.
     *
     * @throws UnreadableFile if it is too long
     */
    public static String pasted(String html) throws UnreadableFile {
        if (html.length() > LARGEST) {
            throw new UnreadableFile("What you paste is larger than 5 MB.");
        }
        return ClauseWriter.part(HtmlReader.read(Jsoup.parse(html)));
    }

    private static Conversion html(byte[] bytes) throws UnreadableFile {
        try {
            return HtmlReader.read(Jsoup.parse(new ByteArrayInputStream(bytes), null, ""));
        } catch (IOException unreadable) {
            throw new UnreadableFile("The file is no page of HTML that can be read.");
        }
    }

    private static String text(byte[] bytes) throws UnreadableFile {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFile(
                    "The file is not UTF-8. Save it as UTF-8, which editors offer where one names the encoding.");
        }
    }

    private static Conversion docx(byte[] bytes) throws UnreadableFile {
        refuseBombs(bytes);
        takeTurn();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return DocxReader.read(document);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // The library has many ways to say that a file is no document, and none of them is for people.
            throw new UnreadableFile(
                    "The file is no document of Word that can be read. Open it in Word, save it again as .docx, and try once more.");
        } finally {
            ONE.release();
        }
    }

    private static void takeTurn() throws UnreadableFile {
        try {
            if (ONE.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new UnreadableFile("Other files are being read. Send yours again in a moment.");
    }

    /** Unpacks the file once and keeps nothing, so that nothing is read that would not fit. */
    private static void refuseBombs(byte[] bytes) throws UnreadableFile {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        long xml = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                boolean isXml =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    all += read;
                    xml += isXml ? read : 0;
                    if (all > LARGEST_UNPACKED || xml > LARGEST_XML) {
                        throw new UnreadableFile(
                                "The file unpacks to more than can be read (50 MB, 20 MB of it text).");
                    }
                }
                if (entries > MOST_ENTRIES) {
                    throw new UnreadableFile("The file has more than 2,000 parts.");
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableFile("The file is no .docx: it cannot be unpacked.");
        }
        if (entries == 0) {
            throw new UnreadableFile("The file is no .docx"
                    + (isOldWord(bytes) ? " but of an older Word: open it there and save it as .docx." : "."));
        }
    }

    private static boolean isOldWord(byte[] bytes) {
        return bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF;
    }
}
