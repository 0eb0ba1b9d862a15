package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema by which editors check files of tests, held against files that are right and files that are not. */
class SchemaTest {

    private static final String PLACE = "/META-INF/resources/schemas/rule-tests.schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RIGHT = """
            policy: website-privacy
            now: 2016-02-01T10:00:00+08:00
            users: {Ming: {country: CN, age: 30}}
            tests:
              - test: a sentence
                purpose: service.requested
                data: contact.email
                user: Ming
                expect: PERMIT by 2.2(2)
            """;

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(PLACE))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an editor reads it: YAML 1.2 with its core schema. */
    private static List<Error> mistakes(String yaml) {
        Object loaded =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document());
        return schema.validate(JSON.<JsonNode>valueToTree(loaded));
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("policies"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && String.valueOf(file.getParent()).endsWith("tests"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_file_that_ships_fits(Path file) throws IOException {
        assertThat(mistakes(Files.readString(file))).isEmpty();
    }

    @Test
    void there_are_files_to_fit() throws IOException {
        assertThat(shipped()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_small_file_fits() {
        assertThat(mistakes(RIGHT)).isEmpty();
    }

    @Test
    void some_questions_may_be_exceptions() {
        assertThat(
                        mistakes(
                                RIGHT.replace(
                                        "expect: PERMIT by 2.2(2)",
                                        "expect: {decision: PERMIT, except: [{data: contact.phone, user.age: 3, expect: {decision: DENY}}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "start + P30D", "start - PT1H", "start+P1Y2M3W4DT5H6M7S"})
    void a_time_may_be_counted_from_the_start(String time) {
        assertThat(mistakes(RIGHT.replace("2016-02-01T10:00:00+08:00", time))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: website-privacy|polisy: website-privacy",
                "now: 2016-02-01T10:00:00+08:00|now: 2016-02-01",
                "now: 2016-02-01T10:00:00+08:00|versions: 1",
                "now: 2016-02-01T10:00:00+08:00|now: start + 30D",
                "now: 2016-02-01T10:00:00+08:00|now: start + P",
                "now: 2016-02-01T10:00:00+08:00|now: start + P1DT",
                "now: 2016-02-01T10:00:00+08:00|now: begin",
                "country: CN|country: China",
                "country: CN|contry: CN",
                "age: 30|age: thirty",
                "- test: a sentence|- tests: a sentence",
                "purpose: service.requested|purpos: service.requested",
                "purpose: service.requested|user.contry: CN",
                "data: contact.email|data: []",
                "expect: PERMIT by 2.2(2)|expect: PERMITTED",
                "expect: PERMIT by 2.2(2)|expect: PERMIT through 2.2(2)",
                "expect: PERMIT by 2.2(2)|expect: {rules: [2.2(2)]}",
                "expect: PERMIT by 2.2(2)|expect: {decision: PERMIT, obligation: [notice-to-user]}",
                "expect: PERMIT by 2.2(2)|expect: {decision: PERMIT, except: [{expect: DENY}]}",
                "expect: PERMIT by 2.2(2)|expect: {decision: PERMIT, except: [{data: contact.phone}]}",
                "expect: PERMIT by 2.2(2)|expect: {decision: PERMIT, except: [{dta: contact.phone, expect: DENY}]}",
                "expect: PERMIT by 2.2(2)|columns: [expect]",
                "users: {|persons: {",
            })
    void a_wrong_file_does_not(String change) {
        int bar = change.indexOf('|');
        String wrong = RIGHT.replace(change.substring(0, bar), change.substring(bar + 1));

        assertThat(wrong).isNotEqualTo(RIGHT);
        assertThat(mistakes(wrong)).isNotEmpty();
    }

    @Test
    void it_knows_the_fields_that_the_reader_knows() {
        JsonNode fields = document().at("/$defs/fields");
        TreeSet<String> known = new TreeSet<>();
        fields.path("properties").fieldNames().forEachRemaining(known::add);
        TreeSet<String> whole = new TreeSet<>(GivenFacts.names());
        whole.removeIf(name -> name.contains("."));
        assertThat(known).isEqualTo(whole);

        String pattern = document().at("/$defs/fieldName/pattern").textValue();
        assertThat(GivenFacts.names()).allMatch(name -> name.matches(pattern));
        assertThat(List.of("user.attributes.citizenship", "circumstances.legal-demand"))
                .allMatch(name -> name.matches(pattern) && GivenFacts.isField(name));
        assertThat(List.of("policy", "user.like", "recipient.name", "circumstance.legal-demand"))
                .noneMatch(name -> name.matches(pattern) || GivenFacts.isField(name));
    }
}
