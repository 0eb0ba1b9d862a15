package dev.proviso.web.desk.reading;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Wordlist;
import dev.proviso.library.Edition;
import dev.proviso.policy.Vocabulary;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/help}: how rules are written, with examples, and the words that they may use. */
@Path(Desk.PATH + "/help")
@Authenticated
@Blocking
public class HelpPage {

    private static final int MOST_WORDS = 1000;

    private final PolicyDecisionPoint asking;
    private final WritingGuide guide = WritingGuide.read();

    HelpPage(PolicyDecisionPoint asking) {
        this.asking = asking;
    }

    /**
     * The words of a vocabulary.
     *
     * @param sections words by their kind, with their labels, and the phrases of conditions last
     * @param more how many are not listed
     */
    public record Words(String name, Map<String, List<Wordlist.Word>> sections, int more) {

        static Words of(Vocabulary vocabulary) {
            List<Wordlist.Word> all = Wordlist.of(vocabulary).stream()
                    .filter(word -> !word.kind().equals("keyword"))
                    .sorted(Comparator.comparing(word -> word.kind().equals("phrase")))
                    .toList();
            Map<String, List<Wordlist.Word>> sections = new LinkedHashMap<>();
            all.stream().limit(MOST_WORDS).forEach(word -> sections.computeIfAbsent(
                            word.kind(), none -> new ArrayList<>())
                    .add(word));
            return new Words(vocabulary.name(), sections, Math.max(0, all.size() - MOST_WORDS));
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /** @param vocabularies the names of those in force */
        static native TemplateInstance help(WritingGuide guide, List<String> vocabularies, Optional<Words> words);
    }

    /** @param vocabulary whose words are listed; that of most documents if none is named, or none of that name is in force */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance help(@RestQuery Optional<String> vocabulary) {
        List<Vocabulary> known = asking.library().vocabularies().stream()
                .sorted(Comparator.comparing(Vocabulary::name))
                .toList();
        Optional<Vocabulary> chosen = vocabulary
                .or(this::mostUsed)
                .flatMap(name ->
                        known.stream().filter(one -> one.name().equals(name)).findFirst())
                .or(() -> known.stream().findFirst());
        return Templates.help(
                guide, known.stream().map(Vocabulary::name).distinct().toList(), chosen.map(Words::of));
    }

    private Optional<String> mostUsed() {
        return asking
                .library()
                .editions()
                .map(Edition::policy)
                .collect(Collectors.groupingBy(policy -> policy.vocabulary(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
