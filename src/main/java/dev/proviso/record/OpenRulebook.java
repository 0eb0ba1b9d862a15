package dev.proviso.record;

import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Answers;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Question;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.RuleCompilers;
import dev.proviso.engine.Rulebook;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.Optional;

/** A stored rulebook that decides again: built from what was kept of it alone, whatever is in force now. */
final class OpenRulebook {

    private final RulebookManifest manifest;
    private final Library library;
    private final Edition edition;
    private final Rulebook book;

    /** Compiles it, which takes a while. */
    OpenRulebook(StoredRulebook stored, RuleCompilers compilers) {
        manifest = stored.manifest();
        library = Library.of(stored.documents());
        edition = library.edition(manifest.policy().name()).orElseThrow();
        Vocabulary vocabulary = edition.vocabulary();
        List<Policy> laws = library.laws(edition.words().name()).stream()
                .map(Edition::policy)
                .toList();
        RuleCompiler compiler = compilers.under(stored.baseRules());
        book = new Rulebook(
                edition.policy(),
                edition.start(),
                vocabulary,
                laws,
                compiler.policy(edition.policy(), vocabulary),
                compiler.law(laws, vocabulary));
    }

    RulebookManifest manifest() {
        return manifest;
    }

    /** Decides under this version, whichever the question chose. */
    Decided decide(DecisionRequest request) {
        List<Question> questions = request.questions(edition);
        List<Answer> parts = questions.stream()
                .map(question -> Decider.decide(question, book))
                .toList();
        List<String> laws =
                book.lawsAt(request.ask().at()).stream().map(Policy::name).toList();
        return new Decided(
                request.ask(),
                library,
                edition,
                questions,
                parts,
                Answers.strictest(parts),
                laws,
                book,
                manifest.hash(),
                Optional.empty());
    }
}
