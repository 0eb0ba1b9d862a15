package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decision;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ranks in closed form say what trying every choice says. */
class RankTableTest {

    private static final Policy POLICY = RandomPolicies.documents(1).policy();
    private static final Policy LAW = new Policy(
            "law",
            "1",
            Policy.Kind.LAW,
            Optional.empty(),
            Optional.empty(),
            Policy.LawNotDrawn.INDETERMINATE,
            "random",
            POLICY.timeZone(),
            POLICY.effective(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    @Test
    void the_table_and_the_choices_give_the_same_decision_and_the_same_pivotal_rules() {
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        for (long seed = 0; seed < 30_000; seed++) {
            List<Candidate> rules = rules(new Chance(seed));
            Choices choices = new Choices(rules);
            RankTable table = new RankTable(rules);
            assertThat(table.decision()).as("%s", rules).isEqualTo(choices.decision());
            if (table.decision() == Decision.INDETERMINATE) {
                assertThat(table.pivotal()).as("%s", rules).isEqualTo(choices.pivotal());
            }
            counts.merge(table.decision(), 1, Integer::sum);
        }
        assertThat(counts.values()).hasSize(4).allMatch(count -> count > 1000);
    }

    private static List<Candidate> rules(Chance chance) {
        List<Candidate> rules = new ArrayList<>();
        for (int i = chance.between(0, 7); i > 0; i--) {
            boolean law = chance.in(20);
            Effect effect = law
                    ? chance.of(Effect.FORBID, Effect.MANDATE)
                    : chance.of(Effect.PERMIT, Effect.PERMIT, Effect.FORBID, Effect.FORBID, Effect.EXCLUDE);
            Tri applies = chance.of(Tri.TRUE, Tri.unknown("a fact"));
            rules.add(new Candidate(
                    law ? LAW : POLICY,
                    rule(i, effect, chance),
                    effect == Effect.EXCLUDE && chance.in(60) ? Tri.unknown("a fact") : applies));
        }
        return rules;
    }

    private static Rule rule(int number, Effect effect, Chance chance) {
        Rule any = RandomPolicies.forbid(1);
        List<RuleId> notwithstanding = effect == Effect.PERMIT
                ? chance.list(3, () -> new RuleId("99", String.valueOf(chance.between(1, 7)), 1))
                : List.of();
        return new Rule(
                new RuleId("99", String.valueOf(number), 1),
                effect,
                any.act(),
                any.days(),
                any.onlyIf(),
                any.unless(),
                notwithstanding,
                Optional.empty());
    }
}
