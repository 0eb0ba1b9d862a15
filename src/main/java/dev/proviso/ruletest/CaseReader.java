package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Findings;
import dev.proviso.document.Lines;
import dev.proviso.document.Source;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import dev.proviso.engine.Question;
import dev.proviso.policy.Correction;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.BadJson;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader.Whereabouts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From what is stated about a question to tests, one for each version that is asked. */
final class CaseReader {

    private final String file;
    private final Lines lines;
    private final Subject subject;
    private final Fixtures fixtures;
    private final Findings findings;

    /** What the tests of a file are about, and when they ask where they do not say when. */
    record Subject(String about, boolean isLaw, Optional<TestTime> now) {}

    /**
     * One line of a table, or a test that stands alone.
     *
     * @param place where its name stands
     * @param expectation where it says what is expected
     * @param variation what tells it from the others that share that place
     */
    record Case(
            Span place,
            String name,
            GivenFacts stated,
            List<TestedVersion> versions,
            Expected expected,
            Span expectation,
            Map<String, String> variation) {}

    private record Words(Vocabulary vocabulary, ZoneId zone, Instant start) {
        @Override
        public int hashCode() {
            return vocabulary.name().hashCode();
        }
    }

    CaseReader(Source file, Subject subject, Fixtures fixtures, Findings findings) {
        this.file = file.name();
        this.lines = new Lines(file.text());
        this.subject = subject;
        this.fixtures = fixtures;
        this.findings = findings;
    }

    List<RuleTestCase> read(Case one) {
        QuestionDraft draft = QuestionDraft.of(one.stated(), fixtures, findings);
        boolean complete = isComplete(one);
        Optional<Place> controller = controller(one.stated());
        Optional<TestTime> at = at(one.stated());
        if (!complete || at.isEmpty() || draft.isFaulty()) {
            return List.of();
        }
        boolean relative = draft.isRelative() || at.get().isRelative();
        if (relative && subject.isLaw()) {
            findings.error(
                    "time",
                    one.place(),
                    "This test of a law counts a time from the start of the policy that is asked, which says nothing of the"
                            + " law. State its times.");
            return List.of();
        }
        Map<Words, Optional<List<Question>>> read = new HashMap<>();
        List<RuleTestCase> tests = new ArrayList<>();
        for (TestedVersion version : one.versions()) {
            Words words = new Words(
                    version.vocabulary(),
                    version.text().policy().timeZone(),
                    relative ? version.start() : Instant.EPOCH);
            ObjectNode asked = draft.json(version);
            read.computeIfAbsent(words, key -> questions(draft, asked, at.get().under(version), words, one))
                    .map(questions -> test(one, version, controller, draft.json(), asked, questions))
                    .ifPresent(tests::add);
        }
        return tests;
    }

    private RuleTestCase test(
            Case one,
            TestedVersion version,
            Optional<Place> controller,
            ObjectNode written,
            ObjectNode asked,
            List<Question> questions) {
        int line = lines.line(one.place().start());
        return new RuleTestCase(
                file,
                line,
                one.name(),
                subject.about(),
                version,
                controller,
                written,
                asked,
                questions,
                one.expected(),
                one.expectation(),
                one.variation());
    }

    private boolean isComplete(Case one) {
        boolean complete = true;
        for (String field : List.of("purpose", "data")) {
            boolean stated = one.stated().get(field).isPresent();
            if (!stated) {
                findings.error("missing-key", one.place(), "This test asks about no " + field + ".");
            }
            complete &= stated;
        }
        return complete;
    }

    private Optional<List<Question>> questions(
            QuestionDraft draft, ObjectNode asked, Instant at, Words words, Case one) {
        try {
            return Optional.of(QuestionReader.read(asked, at, words.vocabulary(), Whereabouts.UNKNOWN));
        } catch (BadJson bad) {
            bad.mistakes()
                    .forEach(mistake -> findings.error(
                            "question", draft.place(mistake, one.place()), mistake.detail(), mistake.nearest()));
            return Optional.empty();
        }
    }

    private Optional<TestTime> at(GivenFacts stated) {
        return stated.get("at")
                .map(entry -> TestTime.read(entry.value(), findings))
                .orElse(subject.now());
    }

    private Optional<Place> controller(GivenFacts stated) {
        return stated.get(GivenFacts.CONTROLLER).flatMap(entry -> {
            if (!subject.isLaw()) {
                findings.error(
                        "controller",
                        entry.key(),
                        "Who the controller is stands in the policy. Only tests of a law take it to be elsewhere.");
                return Optional.empty();
            }
            String code = entry.value() instanceof YamlTree.Scalar scalar ? scalar.text() : "";
            Optional<Correction> mistake = PlaceCodes.mistake(code);
            mistake.ifPresent(
                    wrong -> findings.error("controller", entry.value().span(), wrong.sentence(), wrong.nearest()));
            return mistake.isEmpty() ? Optional.of(new Place(code)) : Optional.empty();
        });
    }
}
