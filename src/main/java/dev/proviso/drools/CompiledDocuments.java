package dev.proviso.drools;

import dev.proviso.engine.Facts;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Documents compiled into one rule base, and what the names that its rules report stand for. */
final class CompiledDocuments {

    private final RuleBase base;
    private final Map<String, Sentence> sentences = new HashMap<>();

    private record Sentence(Policy document, Rule rule) {}

    CompiledDocuments(List<Policy> documents, Vocabulary vocabulary) {
        List<String> texts = new ArrayList<>();
        Set<String> meant = new HashSet<>();
        for (Policy document : documents) {
            texts.add(new DrlWriter(document, vocabulary).write(rule -> ""));
            for (Rule rule : document.rules()) {
                meant.add(DrlWriter.packageName(document) + "/" + rule.id());
                sentences.put(DrlWriter.reportedName(document, rule), new Sentence(document, rule));
            }
        }
        base = RuleBase.compile(texts);
        base.require(meant);
    }

    /** The rules that apply to the facts, or may. */
    List<Finding> apply(Facts facts) {
        Case leaf = new Case(facts);
        base.fire(List.of(leaf));
        return leaf.fired().stream().map(this::finding).toList();
    }

    private Finding finding(Case.Fired fired) {
        Sentence sentence = sentences.get(fired.name());
        if (sentence == null) {
            throw new IllegalStateException("no rule is called " + fired.name());
        }
        Policy document = sentence.document();
        boolean law = document.kind() == Policy.Kind.LAW;
        return new Finding(document.id(), document.label(), law, sentence.rule(), fired.outcome());
    }
}
