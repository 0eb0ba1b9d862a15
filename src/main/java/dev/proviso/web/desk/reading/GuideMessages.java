package dev.proviso.web.desk.reading;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about how rules are written. Another language is a file {@code messages/guide_LANGUAGE.properties} with the same keys. */
@MessageBundle("guide")
public interface GuideMessages {
    @Message("Writing rules")
    String help();

    @Message(
            "Rules are plain sentences below the clause that they carry out. Each kind of sentence and each condition has an example here.")
    String helpWhy();

    @Message("Words that rules can use")
    String words();

    @Message("e-mail, advertisements, location …")
    String findWord();

    @Message(
            "{#when name}{#is 'phrase'}Phrases for conditions{#is 'purposes'}Purposes{#is 'operations'}What is done{#is 'data'}Kinds of data{#is 'sources'}Sources{#is 'recipients'}Recipients{#is 'safeguards'}Safeguards{#is 'bases'}Legal bases{#else}Duties{/when}")
    String kind(String name);

    @Message("{count} more words are not listed.")
    String moreWords(int count);
}
