package dev.proviso.web.desk;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.web.CellText;
import dev.proviso.web.LabelledText;
import io.quarkus.qute.TemplateExtension;

/** How pages put what programs write in keys: {@code words:of(sentence, vocabulary)} and the like. */
@TemplateExtension(namespace = "words")
final class LabelWords {

    private LabelWords() {}

    static LabelledText of(String sentence, Vocabulary vocabulary) {
        return LabelledText.of(sentence, vocabulary);
    }

    static LabelledText cell(String column, String value, Vocabulary vocabulary) {
        return CellText.of(column, value, vocabulary);
    }

    static String column(String name) {
        return CellText.column(name);
    }

    /** What must be done: the label of an obligation; {@code mandate} is no word of a vocabulary. */
    static LabelledText duty(String obligation, Vocabulary vocabulary) {
        return Key.isKey(obligation) && vocabulary.has(Section.OBLIGATIONS, new Key(obligation))
                ? LabelledText.ofWord(obligation, vocabulary)
                : LabelledText.plain(DeskWords.say().mandatedByLaw());
    }
}
