package dev.proviso.web.desk.tests;

import dev.proviso.engine.Question;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.web.desk.DeskWords;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;

/** The question of a rule test by the names that people have for its words. */
public final class AskedWords {

    private AskedWords() {}

    public static String of(RuleTestCase test) {
        Vocabulary words = test.version().vocabulary();
        Question question = test.questions().get(0);
        List<String> data = test.questions().stream()
                .map(one -> words.label(Section.DATA, one.data()))
                .toList();
        String source =
                question.source().map(key -> words.label(Section.SOURCES, key)).orElse("");
        return MessageBundles.get(TestMessages.class)
                .asked(
                        words.noun(question.operation()),
                        data,
                        words.label(Section.PURPOSES, question.purpose()),
                        source,
                        DeskWords.moment(question.at(), test.zone()));
    }
}
