package dev.proviso.drools;

import dev.proviso.engine.Facts;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.Ruling;
import dev.proviso.engine.Verdict;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Compiles with Drools, in classic mode. One is enough for a program; it holds the compiled base rules. */
public final class DroolsRuleCompiler implements RuleCompiler {

    private final SortedMap<String, String> texts;
    private final BaseRules baseRules;

    /** Under the base rules that this program brings along. */
    public DroolsRuleCompiler() {
        this(BaseRules.shipped());
    }

    /**
     * Under other base rules, such as an earlier version's.
     *
     * @param baseRules text by file name
     */
    public DroolsRuleCompiler(SortedMap<String, String> baseRules) {
        this.texts = new TreeMap<>(baseRules);
        this.baseRules = new BaseRules(texts);
    }

    @Override
    public String text(Policy policy, Vocabulary vocabulary, Function<RuleId, String> wording) {
        return new DrlWriter(policy, vocabulary).write(wording);
    }

    @Override
    public String baseRules() {
        return String.join("\n", texts.values());
    }

    @Override
    public PolicyRules policy(Policy policy, Vocabulary vocabulary) {
        CompiledDocuments compiled = new CompiledDocuments(List.of(policy), vocabulary);
        return (facts, law) -> decide(compiled, facts, law);
    }

    @Override
    public LawRules law(List<Policy> documents, Vocabulary vocabulary) {
        if (documents.stream().allMatch(document -> document.rules().isEmpty())) {
            return LawRules.NONE;
        }
        CompiledDocuments compiled = new CompiledDocuments(documents, vocabulary);
        return facts -> compiled.apply(facts).stream().map(Finding::ruling).toList();
    }

    private Verdict decide(CompiledDocuments compiled, Facts facts, List<Ruling> law) {
        List<Finding> findings = new ArrayList<>(compiled.apply(facts));
        law.forEach(ruling -> findings.add(
                new Finding(ruling.document(), ruling.version(), ruling.law(), ruling.rule(), ruling.outcome())));
        baseRules.defeat(findings);
        Tally.Counts counts = Tally.Counts.of(findings);
        return new Verdict(
                baseRules.rank(counts), findings.stream().map(Finding::ruling).toList(), counts.forbidden());
    }
}
