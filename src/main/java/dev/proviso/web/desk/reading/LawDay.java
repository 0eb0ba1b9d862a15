package dev.proviso.web.desk.reading;

import dev.proviso.comparison.Change;
import dev.proviso.decision.LawChanges;
import dev.proviso.decision.LawChanges.ChangedAnswer;
import dev.proviso.engine.Decision;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.publication.DocumentName;
import dev.proviso.web.LabelledText;
import dev.proviso.web.WrittenDay;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.ask.AskLink;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A day of the calendar of law by the names that people have for its words.
 *
 * @param iso the day as programs write it
 */
public record LawDay(String iso, String day, List<Part> parts, List<Users> users) {

    /** A row, a sentence or a document that starts or has ended. */
    public record Part(String address, String title, String turn, String name, LabelledText text) {

        /** The colour of its turn. */
        public Change change() {
            return turn.equals("ends") ? Change.REMOVED : Change.ADDED;
        }
    }

    /** One example of a user under one version of a policy, and what is answered otherwise of them. */
    public record Users(String policy, String version, String who, List<Turned> answers) {}

    /** @param ask where the example is asked; the day before differs in its time alone */
    public record Turned(String purpose, Decision before, Decision after, List<String> data, String ask) {

        /** Whether the decision is another one, and not only the reason for it. */
        public boolean isOtherwiseDecided() {
            return before != after;
        }
    }

    static List<LawDay> of(LawChanges changes, Library library) {
        return changes.days().stream()
                .map(day -> new LawDay(
                        day.day(),
                        WrittenDay.of(LocalDate.parse(day.day())),
                        day.changes().stream()
                                .map(change -> part(change, library))
                                .toList(),
                        users(LocalDate.parse(day.day()), day.answers(), library)))
                .toList();
    }

    /** How many answers of a day are others. */
    public int count() {
        return users.stream().mapToInt(each -> each.answers().size()).sum();
    }

    private static Part part(LawChanges.Change change, Library library) {
        String name = change.kind().equals("row") ? spaced(change.name()) : change.name();
        return new Part(
                Desk.PATH + "/documents/" + change.document() + "/" + change.version(),
                title(change.document(), change.version(), library),
                change.turn(),
                change.kind().equals("document") ? "" : name,
                edition(change.document(), change.version(), library)
                        .map(edition -> LabelledText.of(change.text(), edition.vocabulary()))
                        .orElseGet(() -> LabelledText.plain(change.text())));
    }

    private static String spaced(String table) {
        return Character.toUpperCase(table.charAt(0)) + table.substring(1).replace('-', ' ');
    }

    private static String title(String document, String version, Library library) {
        return edition(document, version, library)
                .map(edition -> edition.checked().title())
                .orElse(document);
    }

    private static Optional<Edition> edition(String document, String version, Library library) {
        return library.edition(new DocumentName(DocumentName.Kind.POLICY, document, version))
                .or(() -> library.edition(new DocumentName(DocumentName.Kind.LAW, document, version)));
    }

    private static List<Users> users(LocalDate day, List<ChangedAnswer> answers, Library library) {
        Map<Users, Users> users = new LinkedHashMap<>();
        for (ChangedAnswer answer : answers) {
            Users one = new Users(
                    title(answer.policy(), answer.version(), library), answer.version(), who(day, answer), List.of());
            users.computeIfAbsent(one, any -> new Users(one.policy(), one.version(), one.who(), new ArrayList<>()))
                    .answers()
                    .add(turned(answer, library));
        }
        return List.copyOf(users.values());
    }

    private static String who(LocalDate day, ChangedAnswer answer) {
        LocalDate born =
                LocalDate.parse(answer.example().path("user").path("birthDate").asText());
        String destination = answer.example().path("destination").asText();
        return MessageBundles.get(TimelineMessages.class)
                .lawWho(
                        answer.about(),
                        PlaceCodes.name(answer.place()),
                        Period.between(born, day).getYears(),
                        PlaceCodes.name(destination));
    }

    private static Turned turned(ChangedAnswer answer, Library library) {
        Optional<Vocabulary> words =
                edition(answer.policy(), answer.version(), library).map(Edition::vocabulary);
        return new Turned(
                words.map(vocabulary -> vocabulary.label(Section.PURPOSES, new Key(answer.purpose())))
                        .orElse(answer.purpose()),
                answer.before(),
                answer.after(),
                words.map(vocabulary -> data(answer.data(), vocabulary)).orElse(answer.data()),
                AskLink.of(answer.example(), answer.policy(), answer.version()).address());
    }

    /** Kinds of data by the fewest names; none where it is all of them. */
    private static List<String> data(List<String> data, Vocabulary vocabulary) {
        Set<Key> keys = data.stream().map(Key::new).collect(Collectors.toSet());
        if (keys.containsAll(vocabulary.leaves(Section.DATA))) {
            return List.of();
        }
        return vocabulary.fewest(Section.DATA, keys).stream()
                .map(key -> vocabulary.label(Section.DATA, key))
                .toList();
    }
}
