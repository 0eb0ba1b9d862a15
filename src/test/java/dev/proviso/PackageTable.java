package dev.proviso;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which package may use which, and the rules that follow from it. The root package itself may use everything.
 *
 * @param root the package above all of them
 */
record PackageTable(String root, List<Row> rows, List<Library> libraries) {

    /**
     * One package. A package within another (a dot in its name) belongs to that one, and no other sees it.
     *
     * @param name below the root; empty is the root
     * @param uses the packages it may use; it may use what those use, too
     * @param outside the beginnings of the names of what it may use from outside the house; empty is everything that is
     *     not reserved for another package
     * @param generated a tool writes it, so that it cannot be {@code @NullMarked}
     */
    record Row(String name, List<String> uses, List<String> outside, boolean generated) {

        static Row of(String name, String... uses) {
            return new Row(name, List.of(uses), List.of(), false);
        }

        Row outside(String... prefixes) {
            return new Row(name, uses, List.of(prefixes), generated);
        }

        Row generatedCode() {
            return new Row(name, uses, outside, true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What only some packages, with those within them, may know. */
    record Library(Set<String> knownBy, List<String> prefixes) {

        static Library of(String knownBy, String... prefixes) {
            return new Library(Set.of(knownBy), List.of(prefixes));
        }

        Library andBy(String... others) {
            return new Library(
                    Stream.concat(knownBy.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet()),
                    prefixes);
        }
    }

    /** A package of this row depends on nothing but what its row, and the reservation of libraries, allow. */
    ArchRule usesOnlyWhatItMay(Row row) {
        return classes()
                .that()
                .resideInAPackage(full(row.name()))
                .should()
                .onlyDependOnClassesThat(describe(
                        "the table allows: " + String.join(", ", visible(row)),
                        used -> allows(row, used.getBaseComponentType())))
                .allowEmptyShould(true);
    }

    /** Every class under the root is in a package of the table. */
    ArchRule everyPackageHasARow() {
        String[] known = Stream.concat(Stream.of(root), rows.stream().map(row -> full(row.name())))
                .toArray(String[]::new);
        return classes().should().resideInAnyPackage(known);
    }

    ArchRule noPackageUsesItselfByADetour() {
        return slices().assignedFrom(packages()).should().beFreeOfCycles();
    }

    ArchRule everyPackageIsNullMarked() {
        return classes().that(DescribedPredicate.not(generated())).should(liveInANullMarkedPackage());
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching("(?i:.*(Impl|Manager|Helper|Dto))");
    }

    ArchRule noPackageIsADrawerOfOddments() {
        return noClasses().should().resideInAnyPackage("..util..", "..utils..");
    }

    private boolean allows(Row row, JavaClass used) {
        String name = used.getPackageName();
        if (used.isPrimitive() || name.equals(full(row.name()))) {
            return true;
        }
        return under(name, root) ? seesInside(row, name) : seesOutside(row, name);
    }

    private boolean seesInside(Row row, String packageName) {
        return visible(row).stream().anyMatch(name -> full(name).equals(packageName));
    }

    private boolean seesOutside(Row row, String packageName) {
        boolean reservedForAnother = libraries.stream()
                .filter(library -> library.knownBy().stream().noneMatch(knower -> under(row.name(), knower)))
                .anyMatch(library -> underAny(packageName, library.prefixes()));
        return !reservedForAnother && (row.outside().isEmpty() || underAny(packageName, row.outside()));
    }

    /** The packages of the house that this one may use, but itself. */
    Set<String> visible(Row row) {
        Set<String> names = new TreeSet<>();
        row.uses().forEach(name -> addWithWhatItUses(name, names));
        names.removeIf(name -> name.contains(".") && !row.uses().contains(name));
        return names;
    }

    private void addWithWhatItUses(String name, Set<String> names) {
        if (names.add(name)) {
            usedBy(name).forEach(used -> addWithWhatItUses(used, names));
        }
    }

    private List<String> usedBy(String name) {
        if (name.isEmpty()) {
            return rows.stream().map(Row::name).toList();
        }
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table has no row for " + name))
                .uses();
    }

    private String full(String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    private static boolean under(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    private static boolean underAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> under(name, prefix));
    }

    private DescribedPredicate<JavaClass> generated() {
        Set<String> names = new TreeSet<>();
        rows.stream().filter(Row::generated).forEach(row -> names.add(full(row.name())));
        return describe("are generated", type -> names.contains(type.getPackageName()));
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " lives in a package without a @NullMarked package-info"));
            }
        };
    }
}
