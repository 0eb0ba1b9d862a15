package dev.proviso.cli;

import dev.proviso.ruletest.FailureText;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestCase;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what came of tests in the form that build servers read: a suite for each file, a case for each test and version. */
final class JUnitReport {

    private final TestSession.Run run;

    JUnitReport(TestSession.Run run) {
        this.run = run;
    }

    /** @throws CommandFailure if the file cannot be written */
    void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (String name : run.files()) {
                suite(xml, name);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (IOException | XMLStreamException e) {
            throw CommandFailure.wrongUse("The report " + file + " cannot be written.");
        }
    }

    private void suite(XMLStreamWriter xml, String file) throws XMLStreamException {
        List<Outcome> outcomes = run.outcomes().stream()
                .filter(outcome -> outcome.test().file().equals(file))
                .toList();
        boolean faulty = run.faulty().contains(file);
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        xml.writeAttribute("tests", String.valueOf(faulty ? 1 : outcomes.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", faulty ? "1" : "0");
        if (faulty) {
            List<String> findings = run.findings().getOrDefault(file, List.of());
            testcase(xml, file, file, "error", "This file has mistakes.", String.join("\n\n", findings));
        }
        for (Outcome outcome : outcomes) {
            testcase(xml, outcome);
        }
        xml.writeEndElement();
    }

    private static void testcase(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        RuleTestCase test = outcome.test();
        String name = test.name() + " (" + test.version().policy() + " "
                + test.version().label() + ")";
        if (outcome.passed()) {
            testcase(xml, test.file(), name, "", "", "");
        } else {
            FailureText failure = new FailureText(outcome);
            testcase(xml, test.file(), name, "failure", failure.sentence(), failure.text());
        }
    }

    private static void testcase(
            XMLStreamWriter xml, String file, String name, String problem, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", file);
        xml.writeAttribute("name", name);
        if (!problem.isEmpty()) {
            xml.writeStartElement(problem);
            xml.writeAttribute("message", message);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
