package dev.proviso.bench;

import dev.proviso.Shipped;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.util.List;

/** What a rulebook is made of: each that is made of it shares the compiled rules, and remembers nothing yet. */
record CompiledOnce(Policy policy, Vocabulary vocabulary, List<Policy> law, PolicyRules rules, LawRules lawRules) {

    static CompiledOnce of(Policy policy, Vocabulary vocabulary, List<Policy> law) {
        DroolsRuleCompiler compiler = new DroolsRuleCompiler();
        return new CompiledOnce(
                policy, vocabulary, law, compiler.policy(policy, vocabulary), compiler.law(law, vocabulary));
    }

    /** The website policy of 2021 with all law that ships. */
    static CompiledOnce website() {
        return of(Shipped.checked("website-privacy/2021-11-01.md").policy(), Shipped.vocabulary(), shippedLaw());
    }

    static List<Policy> shippedLaw() {
        return Shipped.documents().stream()
                .filter(path -> path.startsWith("law/"))
                .map(path -> Shipped.checked(path).policy())
                .toList();
    }

    Rulebook rulebook() {
        return new Rulebook(policy, policy.effective().orElseThrow(), vocabulary, law, rules, lawRules);
    }
}
