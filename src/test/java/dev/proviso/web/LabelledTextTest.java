package dev.proviso.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Shipped;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LabelledTextTest {

    private static final Vocabulary WORDS = Shipped.vocabulary();

    static Stream<String> documents() {
        return Shipped.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void exactly_the_words_that_a_rule_names_have_their_labels(String document) {
        CheckedPolicy checked = Shipped.checked(document);
        for (Rule rule : checked.policy().rules()) {
            LabelledText text = LabelledText.of(checked.sentence(rule.id()), WORDS);

            Set<String> written = named(rule, checked.sentence(rule.id()));
            Set<String> shown = new TreeSet<>();
            text.spans().stream()
                    .filter(LabelledText.Span::isWord)
                    .forEach(span -> shown.add(written.contains(span.text()) ? span.text() : span.key()));
            assertThat(shown).as("%s: %s", rule.id(), text.text()).isEqualTo(written);
        }
    }

    /** The words of a vocabulary, and the countries, in the meaning of a rule. */
    private static Set<String> named(Rule rule, String sentence) {
        Set<String> named = new TreeSet<>();
        Stream.of(
                        rule.act().data(),
                        rule.act().purposes(),
                        rule.act().sources(),
                        rule.act().recipients())
                .map(Keys::listed)
                .flatMap(Collection::stream)
                .map(Key::value)
                .filter(key -> !key.equals("self") || sentence.contains(" self"))
                .forEach(named::add);
        rule.duty().ifPresent(duty -> named.add(duty.obligation().value()));
        Condition.atoms(rule.condition()).forEach(atom -> named.addAll(named(atom)));
        return named;
    }

    private static Set<String> named(Atom atom) {
        Set<String> named = new TreeSet<>();
        if (atom instanceof Atom.Located located) {
            located.places().stream()
                    .map(Place::code)
                    .filter(PlaceCodes::isCountry)
                    .forEach(named::add);
        } else if (!(atom instanceof Atom.Circumstance)
                && !(atom instanceof Atom.Attribute)
                && !(atom instanceof Atom.BelowAgeOfConsent)) {
            Stream.of(atom.sentence().split("[ ,]+"))
                    .filter(word -> Key.isKey(word)
                            && Stream.of(Section.values())
                                    .filter(section -> section != Section.OPERATIONS)
                                    .anyMatch(section -> WORDS.has(section, new Key(word))))
                    .forEach(named::add);
        }
        return named;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Permit use of location.precise for analysis.market. | Permit use of Precise location for Evaluate and analyse markets, customers, products and services.
                    the user consents to marketing.messages.email       | the user consents to Promotional e-mail
                    the user is below the age of consent                | the user is below the age of consent
                    if a legal demand was made in CN                    | if a legal demand was made in China
                    Permit use of voice.print for ai.trainng.           | Permit use of voice.print for ai.trainng.
                    for legal purposes, and for nothing else            | for legal purposes, and for nothing else
                    """)
    void a_sentence_is_read_by_labels_and_keeps_all_other_words(String sentence, String read) {
        assertThat(LabelledText.of(sentence, WORDS).text()).isEqualTo(read);
    }

    @Test
    void a_group_without_a_name_says_what_it_is_about() {
        LabelledText text = LabelledText.of("for marketing.messages.", WORDS);

        assertThat(text.spans())
                .containsExactly(
                        new LabelledText.Span("for ", ""),
                        new LabelledText.Span("marketing.messages", "Promotional e-mail; Promotional text messages"),
                        new LabelledText.Span(".", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "period, P3M, 3 months",
        "period, P1Y6M, '1 year, 6 months'",
        "period, P1D, 1 day",
        "period, forever, forever",
        "place, DE, Germany",
        "place, *, *",
        "purpose, marketing.survey, Surveys and market research with named participants",
        "member, 'FR, IT', 'France, Italy'",
        "from, 2028-01-01, 1 January 2028",
        "from, soon, soon",
        "citation, P3M, P3M"
    })
    void a_cell_is_put_as_people_put_it(String column, String value, String read) {
        assertThat(CellText.of(column, value, WORDS).text()).isEqualTo(read);
    }

    @Test
    void a_table_of_the_prose_stays_as_its_author_wrote_it() {
        String prose =
                "<p>x</p>\n<table>\n<tr>\n<th>Purpose</th>\n<th>Time</th>\n</tr>\n<tr>\n<td>log.visits</td>\n<td>P3M</td>\n</tr>\n</table>\n";

        assertThat(LabelledTables.in(prose, WORDS)).isEqualTo(prose);
    }

    @Test
    void a_table_that_rules_rest_on_has_labels_and_is_safe() {
        String table =
                "<table>\n<thead>\n<tr>\n<th>purpose</th>\n<th>jointly-from</th>\n<th>period</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                        + "<td>log.visits, log.x&lt;b&gt;</td>\n<td><em>P3M</em></td>\n<td>P3M</td>\n</tr>\n</tbody>\n</table>\n";

        assertThat(LabelledTables.in(table, WORDS))
                .contains(
                        "<th>Purpose</th>",
                        "<th>Jointly from</th>",
                        "<td>log.visits, log.x&lt;b&gt;</td>",
                        "<td><em>P3M</em></td>",
                        "<td><abbr title=\"P3M\">3 months</abbr></td>");
    }
}
