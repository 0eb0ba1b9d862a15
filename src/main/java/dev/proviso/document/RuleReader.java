package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.ActContext;
import dev.proviso.document.grammar.SentenceParser.ConditionContext;
import dev.proviso.document.grammar.SentenceParser.DaysContext;
import dev.proviso.document.grammar.SentenceParser.ExceptionContext;
import dev.proviso.document.grammar.SentenceParser.NotwithstandingContext;
import dev.proviso.document.grammar.SentenceParser.OnlyIfContext;
import dev.proviso.document.grammar.SentenceParser.RequireContext;
import dev.proviso.document.grammar.SentenceParser.StatementContext;
import dev.proviso.policy.Act;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Policy.Kind;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** From the syntax of a sentence to the rule that it says. */
final class RuleReader {

    private final WordReader words;
    private final ActReader acts;
    private final ConditionReader conditions;
    private final Kind kind;
    private final Findings findings;

    RuleReader(WordReader words, ConditionReader conditions, Kind kind) {
        this.words = words;
        this.acts = new ActReader(words);
        this.conditions = conditions;
        this.kind = kind;
        this.findings = words.findings();
    }

    /** The parts that all statements share; what a statement lacks is null. */
    private record Parts(
            Effect effect,
            Token verb,
            ActContext act,
            @Nullable OnlyIfContext onlyIf,
            @Nullable ExceptionContext exception) {}

    /** Reads a sentence that is not "No rule"; reports everything that is wrong, and gives nothing if anything is. */
    Optional<Rule> read(ParsedSentence sentence, RuleId id) {
        StatementContext statement = sentence.tree().statement();
        Parts parts = parts(statement);
        Fragment text = sentence.block();
        int before = findings.errors();
        checkKind(parts, sentence.span(parts.verb()));
        Optional<Days> days = days(text, sentence.tree().days());
        Optional<Duty> duty = statement.require() == null ? Optional.empty() : duty(text, statement.require());
        Optional<Act> act = acts.read(text, parts.act(), parts.effect());
        Optional<Condition> onlyIf =
                condition(text, parts.onlyIf() == null ? null : parts.onlyIf().condition());
        Optional<Condition> unless = condition(
                text, parts.exception() == null ? null : parts.exception().condition());
        List<RuleId> against = statement.permit() == null
                ? List.of()
                : notwithstanding(text, statement.permit().notwithstanding());
        if (findings.errors() > before || act.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(id, parts.effect(), act.get(), days.get(), onlyIf, unless, against, duty));
    }

    private static Parts parts(StatementContext statement) {
        if (statement.permit() != null) {
            var permit = statement.permit();
            return new Parts(Effect.PERMIT, permit.getStart(), permit.act(), permit.onlyIf(), permit.exception());
        }
        if (statement.forbid() != null) {
            var forbid = statement.forbid();
            return new Parts(Effect.FORBID, forbid.getStart(), forbid.act(), forbid.onlyIf(), forbid.exception());
        }
        if (statement.mandate() != null) {
            var mandate = statement.mandate();
            return new Parts(Effect.MANDATE, mandate.getStart(), mandate.act(), mandate.onlyIf(), mandate.exception());
        }
        if (statement.require() != null) {
            var require = statement.require();
            return new Parts(Effect.REQUIRE, require.getStart(), require.act(), require.onlyIf(), require.exception());
        }
        var exclude = statement.exclude();
        return new Parts(Effect.EXCLUDE, exclude.getStart(), exclude.act(), exclude.onlyIf(), null);
    }

    private void checkKind(Parts parts, Span verb) {
        if (kind == Kind.LAW && parts.effect() == Effect.PERMIT) {
            findings.error("not-in-law", verb, "A law document cannot Permit: it forbids, mandates and requires.");
        }
        if (kind == Kind.LAW && parts.effect() == Effect.EXCLUDE) {
            findings.error("not-in-law", verb, "A law document excludes nothing: its \"scope\" says where it applies.");
        }
        if (kind == Kind.POLICY && parts.effect() == Effect.MANDATE) {
            findings.error("only-in-law", verb, "Only a law document can Mandate; a policy can Permit.");
        }
    }

    private Optional<Days> days(Fragment text, @Nullable DaysContext days) {
        if (days == null) {
            return Optional.of(Days.ALWAYS);
        }
        Optional<LocalDate> from = date(text, days.first);
        Optional<LocalDate> until = days.last == null ? Optional.empty() : date(text, days.last);
        if (from.isEmpty() || days.last != null && until.isEmpty()) {
            return Optional.empty();
        }
        if (until.isPresent() && until.get().isBefore(from.get())) {
            findings.error(
                    "days", Sentences.span(text, days.last), "The last day, " + until.get() + ", is before the first.");
            return Optional.empty();
        }
        return Optional.of(new Days(from, until));
    }

    private Optional<LocalDate> date(Fragment text, Token word) {
        return words.date(Sentences.text(text, word), Sentences.span(text, word));
    }

    private Optional<Duty> duty(Fragment text, RequireContext require) {
        Token word = require.obligation;
        Optional<Key> key = words.key(Section.OBLIGATIONS, Sentences.text(text, word), Sentences.span(text, word));
        var timing = require.timing();
        Duty.Timing when = timing.BEFORE() != null
                ? Duty.Timing.BEFORE
                : timing.WITH() != null ? Duty.Timing.WITH : Duty.Timing.AFTER;
        return key.map(obligation -> new Duty(obligation, when));
    }

    private Optional<Condition> condition(Fragment text, @Nullable ConditionContext condition) {
        return condition == null ? Optional.empty() : conditions.read(text, condition);
    }

    /** The ids as written; that they name a Forbid is checked when all rules are known. */
    private static List<RuleId> notwithstanding(Fragment text, @Nullable NotwithstandingContext clause) {
        return clause == null
                ? List.of()
                : clause.ID().stream()
                        .map(id -> RuleId.parse(Sentences.text(text, id.getSymbol())))
                        .flatMap(Optional::stream)
                        .toList();
    }
}
