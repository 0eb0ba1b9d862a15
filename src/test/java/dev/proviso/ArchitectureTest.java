package dev.proviso;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.proviso.PackageTable.Library;
import dev.proviso.PackageTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the code to the table of its packages. A package need not exist yet; one that exists and has no row here fails.
 * To change the table is to change the architecture: say why where it is described.
 */
class ArchitectureTest {

    private static final List<Row> ROWS = List.of(
            Row.of("policy").outside("java", "org.jspecify.annotations"),
            Row.of("document.grammar").generatedCode(),
            Row.of("document", "policy", "document.grammar"),
            Row.of("convert", "document"),
            // What it remembers for callers has a bound, which no map of the JDK has.
            Row.of("engine", "policy").outside("java", "org.jspecify.annotations", "com.github.benmanes.caffeine"),
            Row.of("drools", "engine"),
            Row.of("question", "document", "engine"),
            Row.of("comparison", "document"),
            Row.of("ruletest", "comparison", "question"),
            Row.of("coverage", "ruletest"),
            // So has what it remembers of rule tests.
            Row.of("publication", "comparison")
                    .outside("java", "org.jspecify.annotations", "com.github.benmanes.caffeine"),
            Row.of("ledger", "engine"),
            Row.of("library", "engine", "publication"),
            Row.of("decision", "library", "ledger", "question"),
            Row.of("record", "decision"),
            Row.of("metrics", "record"),
            Row.of("testrun", "coverage", "decision"),
            Row.of("http", "question"),
            Row.of("postgres", "record", "http"),
            Row.of("api", "api.http", "api.authzen", "convert", "testrun"),
            Row.of("api.authzen", "api.http"),
            Row.of("api.http", "record", "testrun", "http"),
            Row.of("web", "library", "decision", "http"),
            Row.of("web.desk", "web"),
            Row.of("web.desk.ask", "web.desk", "record"),
            Row.of("web.desk.reading", "web.desk", "web.desk.ask", "web.desk.tests"),
            Row.of("web.desk.draft", "convert", "web.desk", "web.desk.reading", "web.desk.tests"),
            Row.of("web.desk.tests", "web.desk", "web.desk.ask", "testrun"),
            Row.of("web.desk.audit", "web.desk", "record"),
            Row.of("web.desk.signin", "web.desk"),
            Row.of("cli", "testrun"),
            Row.of("embedded"),
            Row.of("wiring", "metrics", "cli", "drools", "embedded", "postgres", "api", "api.http", "web.desk"),
            Row.of("client").outside("java", "org.jspecify.annotations", "com.fasterxml.jackson"),
            Row.of("testing", "drools", "testrun"));

    private static final List<Library> LIBRARIES = List.of(
            Library.of("drools", "org.drools", "org.kie"),
            Library.of("document", "org.commonmark", "org.snakeyaml.engine", "org.antlr", "org.apache.commons.text"),
            Library.of(
                    "convert",
                    "org.apache.poi",
                    "org.openxmlformats.schemas",
                    "org.apache.xmlbeans",
                    "org.jsoup",
                    "org.w3c.dom"),
            Library.of("comparison", "com.github.difflib"),
            Library.of("metrics", "io.micrometer").andBy("wiring"),
            Library.of("embedded", "io.zonky"),
            Library.of("postgres", "java.sql").andBy("embedded"),
            // Whether the schema is newer than the program is asked before anything else starts.
            Library.of("postgres", "org.flywaydb").andBy("wiring"),
            Library.of(
                    "postgres",
                    "javax.sql",
                    "jakarta.persistence",
                    "org.hibernate",
                    "io.quarkus.hibernate",
                    "io.quarkus.panache",
                    "io.agroal",
                    "org.postgresql"));

    private static final PackageTable TABLE = new PackageTable("dev.proviso", ROWS, LIBRARIES);

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.proviso");

    @ParameterizedTest
    @FieldSource("ROWS")
    void package_uses_only_what_its_row_allows(Row row) {
        TABLE.usesOnlyWhatItMay(row).check(CODE);
    }

    @Test
    void every_package_has_a_row() {
        TABLE.everyPackageHasARow().check(CODE);
    }

    @Test
    void the_page_about_the_architecture_has_the_same_table() throws IOException {
        Pattern line = Pattern.compile("^\\| `([a-z.]+)` \\|.*\\| ?([^|]*?) ?\\|$", Pattern.MULTILINE);
        Map<String, List<String>> written = new TreeMap<>();
        line.matcher(Files.readString(Path.of("src", "site", "architecture.md")))
                .results()
                .forEach(row -> written.put(
                        row.group(1),
                        Stream.of(row.group(2).split(", "))
                                .map(name -> name.replace("`", ""))
                                .filter(name -> !name.isEmpty())
                                .toList()));

        assertThat(written)
                .isEqualTo(ROWS.stream().collect(Collectors.toMap(Row::name, Row::uses, (a, b) -> a, TreeMap::new)));
    }

    @Test
    void no_package_uses_itself_by_a_detour() {
        TABLE.noPackageUsesItselfByADetour().check(CODE);
    }

    /** Whoever looks for something reads a list of names; the walls of three packages are worth more than a short list. */
    @Test
    void no_package_holds_more_than_can_be_read_at_a_glance() {
        Map<String, Long> sizes = CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        Set<String> walled = Set.of("dev.proviso.document", "dev.proviso.engine", "dev.proviso.publication");
        assertThat(sizes.entrySet().stream().filter(size -> size.getValue() > 35 && !walled.contains(size.getKey())))
                .isEmpty();
    }

    /** But for the client, an artifact of its own in which the same words mean the same things. */
    @Test
    void no_two_public_classes_have_one_name() {
        Map<String, List<String>> byName = CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().equals("dev.proviso.client"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        byName.values().removeIf(names -> names.size() == 1);
        byName.remove("package-info");
        assertThat(byName).isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        TABLE.everyPackageIsNullMarked().check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        TABLE.namesSayWhatAThingIs().check(CODE);
        TABLE.noPackageIsADrawerOfOddments().check(CODE);
    }

    /** A map that several threads share lives long; what callers write may be its key only in a cache that has a bound. */
    @Test
    void only_maps_that_cannot_grow_with_what_callers_write_are_without_a_bound() {
        Map<String, String> bounded = Map.ofEntries(
                Map.entry("drools.BaseRules", "three values of five ranks"),
                Map.entry("engine.RuleIndex", "the words of a vocabulary, and a limited number of sets of laws"),
                Map.entry("engine.AnswerMemo$Generation", "as many nodes as there is room for"),
                Map.entry("engine.AnswerMemo$Node", "as many nodes as there is room for"),
                Map.entry("engine.Ages", "the days of one question"),
                Map.entry("engine.UserTime", "the times of consents and the periods of one question"),
                Map.entry("engine.Facts", "the atoms of one rulebook, for one question"),
                Map.entry("publication.PublishedTexts", "what is published"),
                Map.entry("decision.KnownUsers", "the users of one batch"),
                Map.entry("library.Snapshot", "what is published, and its periods of law"),
                Map.entry("library.Rulebooks", "what is published"),
                Map.entry("http.Mechanisms", "the resources"),
                Map.entry("http.Parameters", "the methods of resources"));

        noClasses()
                .that(describe(
                        "are not in the list",
                        one -> !bounded.containsKey(one.getName().replace("dev.proviso.", ""))))
                .should()
                .callConstructor(ConcurrentHashMap.class)
                .orShould()
                .callConstructor(ConcurrentHashMap.class, int.class)
                .orShould()
                .callMethod(ConcurrentHashMap.class, "newKeySet")
                .orShould()
                .callMethod(Collections.class, "synchronizedMap", Map.class)
                .check(CODE);
    }

    @Test
    void the_code_that_is_checked_is_the_product_without_its_tests() {
        assertThat(CODE.contain("dev.proviso.policy.Policy")).isTrue();
        assertThat(CODE.contain("dev.proviso.engine.Rulebook")).isTrue();
        assertThat(CODE.contain("dev.proviso.ArchitectureTest")).isFalse();
    }

    /** Were the rules blind, these would pass too. */
    @Test
    void an_engine_that_may_use_nothing_is_caught_using_policies() {
        Row nothing = Row.of("engine").outside("java", "org.jspecify.annotations");
        PackageTable table = new PackageTable("dev.proviso", List.of(nothing), LIBRARIES);

        assertBroken(table.usesOnlyWhatItMay(nothing), CODE, "<dev.proviso.policy.Policy>");
        assertBroken(table.everyPackageHasARow(), CODE, "dev.proviso.policy");
    }

    @Test
    void a_broken_house_is_caught_in_every_way_it_is_broken() {
        JavaClasses code = new ClassFileImporter().importPackages("broken.house");
        Row policy = Row.of("policy");
        Row engine = Row.of("engine", "policy").outside("java");
        PackageTable table = new PackageTable("broken.house", List.of(policy, engine), LIBRARIES);

        assertBroken(table.usesOnlyWhatItMay(policy), code, "<broken.house.engine.DecisionManager>");
        assertBroken(table.usesOnlyWhatItMay(engine), code, "<java.sql.Connection>");
        assertThat(table.usesOnlyWhatItMay(engine)
                        .evaluate(code)
                        .getFailureReport()
                        .toString())
                .doesNotContain("<java.lang.Record>", "has type <broken.house.policy.Rule>");
        assertBroken(table.everyPackageHasARow(), code, "broken.house.util");
        assertBroken(table.noPackageUsesItselfByADetour(), code, "Cycle detected");
        assertBroken(table.everyPackageIsNullMarked(), code, "broken.house.policy.Rule");
        assertBroken(table.namesSayWhatAThingIs(), code, "DecisionManager");
        assertBroken(table.noPackageIsADrawerOfOddments(), code, "broken.house.util");
    }

    @Test
    void what_a_package_within_another_holds_is_seen_by_that_one_alone() {
        Row inner = Row.of("policy.inner");
        Row policy = Row.of("policy", "policy.inner");
        Row engine = Row.of("engine", "policy");
        PackageTable table = new PackageTable("broken.house", List.of(inner, policy, engine), List.of());

        assertThat(table.visible(policy)).containsExactly("policy.inner");
        assertThat(table.visible(engine)).containsExactly("policy");
    }

    @Test
    void what_a_package_may_use_it_may_use_with_all_that_it_uses() {
        assertThat(TABLE.visible(row("record")))
                .containsExactly(
                        "comparison",
                        "decision",
                        "document",
                        "engine",
                        "ledger",
                        "library",
                        "policy",
                        "publication",
                        "question");
        assertThat(TABLE.visible(row("ledger"))).containsExactly("engine", "policy");
        assertThat(TABLE.visible(row("testing"))).contains("drools", "testrun").doesNotContain("postgres");
    }

    private static Row row(String name) {
        return ROWS.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static void assertBroken(ArchRule rule, JavaClasses code, String named) {
        assertThatThrownBy(() -> rule.check(code))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }
}
