package dev.proviso.web.desk.draft;

import dev.proviso.decision.Role;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/drafts/{id}/{version}/words}: adds a word that the vocabulary lacks; it is published with the draft. */
@Path(Desk.PATH + "/drafts/{id}/{version}/words")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WordsPage {

    private final DraftViews draftViews;
    private final DraftService drafting;
    private final Visitor visitor;

    WordsPage(DraftViews draftViews, DraftService drafting, Visitor visitor) {
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance addWord(DraftView manuscript, NewWord word, FormState attempt);
    }

    /**
     * A word as it is filled in.
     *
     * @param section in lower case, such as {@code data}
     * @param near the words of the section, each with what people call it
     */
    public record NewWord(String section, String word, String label, String dpv, List<Near> near) {

        /** @return the names of the sections that take words */
        public List<String> sections() {
            return Documents.sectionsOfAddedWords().stream()
                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    /** A word that there is. */
    public record Near(String key, String label) {}

    /** The form, with the word that was typed. */
    @GET
    public TemplateInstance form(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestQuery Optional<String> section,
            @RestQuery Optional<String> word) {
        DraftView draft = draftViews.find(id, label);
        return Templates.addWord(
                draft, filledIn(draft, section.orElse("data"), word.orElse(""), "", ""), FormState.NONE);
    }

    private NewWord filledIn(DraftView draft, String section, String word, String label, String dpv) {
        List<Near> near = section(section).stream()
                .flatMap(known -> draftViews.vocabulary(draft.text()).stream()
                        .flatMap(vocabulary -> vocabulary.keys(known).stream()
                                .map(key -> new Near(key.value(), vocabulary.label(known, key)))))
                .toList();
        return new NewWord(section, word, label, dpv, near);
    }

    private static Optional<Section> section(String name) {
        return Documents.sectionsOfAddedWords().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Writes the word into the text of the draft. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("section") String section,
            @RestForm("word") String word,
            @RestForm("label") String called,
            @RestForm("dpv") Optional<String> dpv) {
        DraftView draft = draftViews.find(id, label);
        String term = dpv.map(String::strip).orElse("");
        try {
            String text = added(draft, section, word.strip(), called.strip(), term);
            drafting.edit(id, label, new Content(text), visitor.signature(), tag::equals);
            return Response.seeOther(Desk.draft(id, label)).build();
        } catch (Refused why) {
            NewWord filled = filledIn(draft, section, word, called, term);
            return DraftPage.refused(why, Templates.addWord(draft, filled, FormState.NONE.refused(why)));
        }
    }

    private String added(DraftView draft, String name, String word, String called, String dpv) {
        Section section = section(name)
                .orElseThrow(() -> refused("There is no section \"" + name + "\" to which a document adds words."));
        if (!Key.isKey(word)) {
            throw refused(
                    "\"" + word + "\" is not a key: a key has lower case letters, digits and hyphens, in parts joined"
                            + " by dots, such as content.voice.");
        }
        String text = Documents.withWord(new Source("document", draft.text()), section, new Key(word), called, dpv)
                .orElseThrow(() -> refused("The document's details have a form to which no word can be added here."
                        + " Write it under \"words\" by hand."));
        Set<String> before = mistakes(draft, draft.text());
        mistakes(draft, text).stream()
                .filter(mistake -> !before.contains(mistake))
                .findFirst()
                .ifPresent(mistake -> {
                    throw refused(mistake);
                });
        return text;
    }

    private Set<String> mistakes(DraftView draft, String text) {
        return draftViews.check(draft.name(), text).stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .map(Diagnostic::message)
                .collect(Collectors.toSet());
    }

    private static Refused refused(String sentence) {
        return new Refused.Unreadable(sentence, Faults.NONE);
    }
}
