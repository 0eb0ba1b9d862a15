package dev.proviso.web;

import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.ChainRecord.Act;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The revisions of a policy as an Atom feed (RFC 4287), the latest first. */
final class RevisionFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter out;
    private final String policy;
    private final String title;
    private final String address;
    private final ZoneId zone;

    private RevisionFeed(XMLStreamWriter out, String policy, String title, String address, ZoneId zone) {
        this.zone = zone;
        this.out = out;
        this.policy = policy;
        this.title = title;
        this.address = address;
    }

    /**
     * @param address of the policy's public page
     * @param zone whose days count
     */
    static String write(String policy, String title, String address, List<ChainRecord> records, ZoneId zone) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new RevisionFeed(out, policy, title, address, zone)
                    .feed(records.stream()
                            .sorted(Comparator.comparing(RevisionFeed::updated)
                                    .thenComparing(ChainRecord::number)
                                    .reversed())
                            .toList());
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** A revision is told when it is announced; a withdrawal when it happens, but not before the announcement. */
    private static Instant updated(ChainRecord record) {
        Instant happened = record.by().at();
        return record.act() == Act.PUBLISHED || happened.isBefore(record.announcedAt())
                ? record.announcedAt()
                : happened;
    }

    private void feed(List<ChainRecord> records) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        element("id", "urn:proviso:policy:" + policy);
        element("title", title + ": revisions");
        element("updated", updated(records.get(0)).toString());
        link("self", address + "/changes.atom");
        link("alternate", address);
        out.writeStartElement("author");
        element("name", title);
        out.writeEndElement();
        for (ChainRecord record : records) {
            entry(record);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void entry(ChainRecord record) throws XMLStreamException {
        boolean published = record.act() == Act.PUBLISHED;
        String label = record.name().label();
        out.writeStartElement("entry");
        element("id", "urn:proviso:policy:" + policy + ":" + label + (published ? "" : ":withdrawn"));
        element("title", "Version " + label + (published ? "" : " withdrawn"));
        element("updated", updated(record).toString());
        element("published", updated(record).toString());
        link("alternate", published ? address + "/" + label : address);
        element(
                "summary",
                published
                        ? "Announced on " + WrittenDay.of(record.announcedAt(), zone) + "; in force from "
                                + WrittenDay.of(record.start(), zone) + "."
                        : "Withdrawn before it came into force.");
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text.replaceAll(UNWRITABLE, "\uFFFD"));
        out.writeEndElement();
    }

    private void link(String relation, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", href);
    }
}
