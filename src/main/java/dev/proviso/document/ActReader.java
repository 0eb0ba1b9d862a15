package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.ActContext;
import dev.proviso.document.grammar.SentenceParser.ListContext;
import dev.proviso.document.grammar.SentenceParser.SelectionContext;
import dev.proviso.policy.Act;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** From the syntax of an act to its meaning. */
final class ActReader {

    private final WordReader words;
    private final Findings findings;

    ActReader(WordReader words) {
        this.words = words;
        this.findings = words.findings();
    }

    /** Reads a whole act; reports everything that is wrong in it, and gives nothing if anything is. */
    Optional<Act> read(Fragment text, ActContext act, Effect effect) {
        Optional<Keys> operations = selection(text, act.operations, Section.OPERATIONS, "processing");
        Optional<Keys> data = selection(text, act.data, Section.DATA, "data");
        Optional<Keys> purposes = part(text, act.purposes, Section.PURPOSES, "purpose", Keys.ANY);
        Optional<Keys> sources = part(text, act.sources, Section.SOURCES, "source", Keys.ANY);
        Keys silent = effect == Effect.PERMIT ? Keys.of(List.of(Key.SELF)) : Keys.ANY;
        Optional<Keys> recipients = part(text, act.recipients, Section.RECIPIENTS, "recipient", silent);
        if (act.purposes == null && (effect == Effect.PERMIT || effect == Effect.MANDATE)) {
            findings.error(
                    "no-purpose",
                    Sentences.span(text, act),
                    "A " + (effect == Effect.PERMIT ? "Permit" : "Mandate")
                            + " names its purposes: \"for\" and the purposes are missing.");
            return Optional.empty();
        }
        if (operations.isEmpty() || data.isEmpty() || purposes.isEmpty() || sources.isEmpty() || recipients.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Act(operations.get(), data.get(), purposes.get(), sources.get(), recipients.get()));
    }

    private Optional<Keys> part(
            Fragment text, @Nullable SelectionContext part, Section section, String noun, Keys silent) {
        return part == null ? Optional.of(silent) : selection(text, part, section, noun);
    }

    private Optional<Keys> selection(Fragment text, SelectionContext selection, Section section, String noun) {
        if (selection.ANY() == null) {
            return list(text, selection.list(), section).map(Keys::of);
        }
        String written = Sentences.text(text, selection.noun);
        if (!written.equals(noun)) {
            findings.error(
                    "any",
                    Sentences.span(text, selection.noun),
                    "After \"any\" comes \"%s\" here, not %s.".formatted(noun, Findings.quoted(written)),
                    Optional.of(noun));
            return Optional.empty();
        }
        if (selection.EXCEPT() == null) {
            return Optional.of(Keys.ANY);
        }
        if (section == Section.OPERATIONS) {
            findings.error(
                    "any",
                    Sentences.span(text, selection.EXCEPT().getSymbol()),
                    "\"any processing\" has no exceptions: list the operations that are meant.");
            return Optional.empty();
        }
        return list(text, selection.list(), section).map(Keys::anyExcept);
    }

    private Optional<List<Key>> list(Fragment text, ListContext list, Section section) {
        if (!Lists.isWellFormed(text, list.separator(), findings)) {
            return Optional.empty();
        }
        return WordReader.all(list.WORD().stream()
                .map(word -> section == Section.OPERATIONS
                        ? operation(text, word.getSymbol())
                        : key(text, word.getSymbol(), section))
                .toList());
    }

    private Optional<Key> key(Fragment text, Token word, Section section) {
        return words.key(section, Sentences.text(text, word), Sentences.span(text, word));
    }

    /** Operations are named by their nouns: one permits "disclosure", not "disclose". */
    private Optional<Key> operation(Fragment text, Token word) {
        String noun = Sentences.text(text, word);
        var byNoun = words.words().operationsByNoun();
        Key operation = byNoun.get(noun);
        if (operation != null) {
            return Optional.of(operation);
        }
        Optional<String> verb = byNoun.entrySet().stream()
                .filter(entry -> entry.getValue().value().equals(noun))
                .map(Map.Entry::getKey)
                .findFirst();
        findings.error(
                "unknown-operation",
                Sentences.span(text, word),
                "%s is not the noun of an operation of the vocabulary \"%s\"."
                        .formatted(
                                Findings.quoted(noun),
                                words.words().vocabulary().name()),
                verb.isPresent() ? verb : findings.nearest(noun, byNoun.keySet()));
        return Optional.empty();
    }
}
