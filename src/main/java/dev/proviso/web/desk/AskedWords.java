package dev.proviso.web.desk;

import dev.proviso.analysis.RuleTest;
import dev.proviso.engine.Question;
import dev.proviso.policy.Vocabulary.Section;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** The question of a rule test by the names that people have for its words. */
final class AskedWords {

    private AskedWords() {}

    static String of(RuleTest test) {
        Choices words = new Choices(test.version().vocabulary());
        Question question = test.questions().get(0);
        String data = test.questions().stream()
                .map(one -> words.label(Section.DATA, one.data()))
                .collect(Collectors.joining("”, “"));
        String source =
                question.source().map(key -> words.label(Section.SOURCES, key)).orElse("");
        ZoneId zone =
                question.user().timeZone().orElse(test.version().text().policy().timeZone());
        return MessageBundles.get(TestMessages.class)
                .asked(
                        words.noun(question.operation()),
                        data,
                        words.label(Section.PURPOSES, question.purpose()),
                        source,
                        DeskWords.moment(question.at(), zone));
    }
}
