package dev.proviso.bench;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The website policy of 2016 with the law beside it, and questions about it that nobody has asked before. */
final class WebsitePolicy {

    private static final Instant START = Instant.parse("2016-02-01T00:00:00Z");
    private static final List<Place> COUNTRIES =
            List.of(new Place("CN"), new Place("DE"), new Place("US"), new Place("JP"));

    static {
        dev.proviso.QuietRuleEngine.apply();
    }

    private final Vocabulary vocabulary = Documents.vocabulary(read(Path.of("policies/privacy.vocabulary.yaml")))
            .value()
            .orElseThrow();
    private final Policy policy = check(Path.of("policies/website-privacy/2016-01-14.md"));
    private final List<Policy> laws = laws();
    private final DroolsRuleCompiler compiler = new DroolsRuleCompiler();
    private final List<Key> purposes = vocabulary.leaves(Section.PURPOSES);
    private final List<Key> operations = vocabulary.leaves(Section.OPERATIONS);
    private final List<Key> data = vocabulary.leaves(Section.DATA);
    private final List<Key> sources = vocabulary.leaves(Section.SOURCES);
    private final SplittableRandom random = new SplittableRandom(20160114);

    Rulebook compile() {
        return compile(laws);
    }

    /** With one law more than those that ship. */
    Rulebook compileWith(Policy law) {
        return compile(Stream.concat(laws.stream(), Stream.of(law)).toList());
    }

    private Rulebook compile(List<Policy> law) {
        return new Rulebook(
                policy,
                policy.effective().orElseThrow(),
                vocabulary,
                law,
                compiler.policy(policy, vocabulary),
                compiler.law(law, vocabulary));
    }

    Object compilePolicyAlone() {
        return compiler.policy(policy, vocabulary);
    }

    /** A user with a country, a birth date and one consent, asked about at an instant of ten years. */
    Question next() {
        return next(Optional.of(pick(COUNTRIES)));
    }

    Question nextFromAnUnknownCountry() {
        return next(Optional.empty());
    }

    private Question next(Optional<Place> country) {
        Instant at = START.plusSeconds(random.nextLong(10L * 365 * 86_400));
        LocalDate day = at.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        User.Consent consent = new User.Consent(
                User.Consent.By.USER,
                User.Consent.Form.EXPLICIT,
                Set.of(pick(purposes)),
                at.minusSeconds(random.nextLong(86_400 * 365)),
                Optional.empty());
        User user = new User(
                country,
                Optional.empty(),
                Optional.of(Birth.on(day.minusDays(random.nextInt(10 * 365, 60 * 365)), day)),
                Optional.of(List.of(consent)),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of(at.minusSeconds(60))),
                new TreeMap<>());
        return new Question(
                at,
                pick(purposes),
                pick(operations),
                pick(data),
                Optional.of(pick(sources)),
                Optional.of(Key.SELF),
                Optional.empty(),
                Question.Stated.LEFT_OUT,
                Question.Stated.LEFT_OUT,
                Optional.of(Set.of()),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                user);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private List<Policy> laws() {
        try (Stream<Path> files = Files.list(Path.of("policies/law"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(this::check)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Policy check(Path file) {
        return Documents.policy(read(file), List.of(vocabulary))
                .value()
                .map(CheckedPolicy::policy)
                .orElseThrow();
    }

    private static Source read(Path file) {
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
