package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.AtomContext;
import dev.proviso.document.grammar.SentenceParser.ConditionContext;
import dev.proviso.document.grammar.SentenceParser.FactorContext;
import dev.proviso.document.grammar.SentenceParser.ItemContext;
import dev.proviso.document.grammar.SentenceParser.JunctionContext;
import dev.proviso.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** From the syntax of a condition to its meaning. */
final class ConditionReader {

    private final AtomReader atoms;
    private final Findings findings;

    ConditionReader(AtomReader atoms, Findings findings) {
        this.atoms = atoms;
        this.findings = findings;
    }

    /** Reads a whole condition; reports everything that is wrong in it, and gives nothing if anything is. */
    Optional<Condition> read(Fragment text, ConditionContext condition) {
        if (isMixed(condition)) {
            findings.error(
                    "mixed-condition",
                    Sentences.span(text, condition),
                    "This condition joins with both \"and\" and \"or\": put parentheses around the parts that belong together.");
            return Optional.empty();
        }
        List<Optional<Condition>> read =
                condition.factor().stream().map(factor -> factor(text, factor)).toList();
        return WordReader.all(read).map(parts -> joined(condition, parts));
    }

    private static boolean isMixed(ConditionContext condition) {
        List<JunctionContext> junctions = condition.junction();
        return junctions.stream().anyMatch(j -> j.AND() != null)
                && junctions.stream().anyMatch(j -> j.OR() != null);
    }

    private static Condition joined(ConditionContext condition, List<Condition> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return condition.junction(0).AND() != null ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Optional<Condition> factor(Fragment text, FactorContext factor) {
        Optional<Condition> inner = factor.atom() != null ? atom(text, factor.atom()) : read(text, factor.condition());
        return factor.NOT() == null ? inner : inner.map(Condition.Not::new);
    }

    private Optional<Condition> atom(Fragment text, AtomContext atom) {
        if (!Lists.isWellFormed(text, atom.separator(), findings)) {
            return Optional.empty();
        }
        List<Phrase.Word> words = new ArrayList<>();
        words.add(word(text, atom.lead()));
        atom.word().forEach(word -> words.add(word(text, word)));
        List<Phrase.Word> more = new ArrayList<>();
        for (ItemContext item : atom.item()) {
            more.add(word(text, item));
        }
        return atoms.read(new Phrase(words, more, Sentences.span(text, atom)));
    }

    private static Phrase.Word word(Fragment text, ParserRuleContext word) {
        String written = Sentences.text(text, word.getStart());
        String plain = written.startsWith("\"") ? written : written.replace('\u2019', '\'');
        return new Phrase.Word(plain, Sentences.span(text, word));
    }
}
