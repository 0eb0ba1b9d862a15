package dev.proviso.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The elements of a file of Word. */
final class DocxXml {

    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private DocxXml() {}

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName() != null) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Node parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .findFirst();
    }

    /** The parts of a table, also where a content control or a tracked change stands around them. */
    static List<Element> within(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(parent)) {
            if (name.equals(child.getLocalName())) {
                found.add(child);
            } else if (List.of("sdt", "sdtContent", "customXml").contains(child.getLocalName())) {
                found.addAll(within(child, name));
            }
        }
        return found;
    }

    /** All below it, at any depth, in their order. */
    static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS(MAIN, name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The words of an element, which has no others within. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            text.append(node.getNodeType() == Node.TEXT_NODE ? node.getNodeValue() : "");
        }
        return text.toString();
    }

    static String value(Element element) {
        return attribute(element, "val");
    }

    static String attribute(Element element, String name) {
        return element.getAttributeNS(MAIN, name);
    }

    /** The value as a number from 0; a large one where it is none. */
    static int number(Element element) {
        String value = value(element);
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 1_000_000;
    }

    /** Whether a property is there and not switched off. */
    static boolean isOn(Element parent, String name) {
        return child(parent, name)
                .filter(property -> !List.of("0", "false", "off", "none").contains(value(property)))
                .isPresent();
    }
}
