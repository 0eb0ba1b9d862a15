package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.proviso.document.Names;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where an address has the label of a version, no other address may have a word that could be one. */
class ReservedLabelsTest {

    private static final Set<String> OF_VERSIONS = Set.of("{version}", "{label}");
    private static final Set<String> OF_DOCUMENTS = Set.of("{policy}", "{id}");

    /** The others name users and records. */
    private static final List<String> OF_POLICIES = List.of("/v1/policies", "/policies", "/desk");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.proviso.api", "dev.proviso.web");

    @Test
    void no_label_is_the_end_of_another_address() {
        assertThat(words(OF_VERSIONS))
                .contains("changes.atom", "compare", "timeline")
                .allSatisfy(word -> assertThat(Names.mistakeInLabel(word))
                        .as("an address ends with " + word)
                        .isPresent());
    }

    @Test
    void no_id_is_a_part_of_another_address() {
        assertThat(words(OF_DOCUMENTS)).doesNotContain("website-privacy").allSatisfy(word -> assertThat(
                        Names.mistakeInId(word))
                .as("an address has " + word)
                .isPresent());
    }

    /** What stands in an address where another one, alike before it, has one of these. */
    private static Set<String> words(Set<String> variables) {
        List<String[]> addresses = addresses().map(path -> path.split("/")).toList();
        Set<String> words = new TreeSet<>();
        for (String[] named : addresses) {
            IntStream.range(0, named.length)
                    .filter(at -> variables.contains(named[at]))
                    .forEach(at -> addresses.stream()
                            .filter(other -> other.length > at && !isVariable(other[at]) && isAlike(named, other, at))
                            .forEach(other -> words.add(other[at])));
        }
        return words;
    }

    private static boolean isAlike(String[] one, String[] other, int end) {
        return IntStream.range(0, end)
                .allMatch(i -> one[i].equals(other[i]) || isVariable(one[i]) && isVariable(other[i]));
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    private static Stream<String> addresses() {
        return CODE.stream()
                .filter(resource -> resource.isAnnotatedWith(Path.class))
                .flatMap(ReservedLabelsTest::addresses)
                .filter(address -> OF_POLICIES.stream().anyMatch(address::startsWith));
    }

    private static Stream<String> addresses(JavaClass resource) {
        String root = resource.getAnnotationOfType(Path.class).value();
        return Stream.concat(
                Stream.of(root),
                resource.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(Path.class))
                        .map(method -> root + "/"
                                + method.getAnnotationOfType(Path.class).value().replaceFirst("^/", "")));
    }
}
