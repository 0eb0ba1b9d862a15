package dev.proviso.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.decision.Small;
import dev.proviso.publication.Refused;
import dev.proviso.publication.VersionTests;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which files of a folder are the tests of which document. */
class FolderTestsTest {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private void put(String path, String text) {
        files.put(path, Small.bytes(text));
    }

    private VersionTests about(String id) {
        return new FolderTests(TestFiles.of(files)).about(id);
    }

    @Test
    void each_document_has_the_files_about_it_and_the_policies_that_these_ask() {
        put("shop/tests/a.yaml", "policy: shop\n");
        put("shop/tests/b.yaml", "policy: other\n");
        put("law/tests/a.yaml", "law: law\npolicy: permissive\n");
        put("law/tests/permissive.md", "---\npolicy: permissive\nversion: \"1\"\nkind: policy\n---\n");
        put("law/tests/unasked.md", "---\npolicy: unasked\nversion: \"1\"\nkind: policy\n---\n");
        put("shop/1.md", "---\npolicy: shop\n---\n");

        assertThat(about("shop").files()).containsOnlyKeys("a.yaml");
        assertThat(about("law").files()).containsOnlyKeys("a.yaml", "permissive.md");
        assertThat(about("permissive").files()).isEmpty();
    }

    @Test
    void files_of_one_name_and_with_odd_names_are_told_apart() {
        put("a/tests/x.yaml", "policy: shop\n");
        put("b/tests/x.yaml", "policy: shop\nnow: start\n");
        put("b/tests/größe & co.yaml", "policy: shop\n");

        assertThat(about("shop").files()).containsOnlyKeys("x.yaml", "b-tests-x.yaml", "gr--e---co.yaml");
    }

    @Test
    void too_many_files_are_refused_and_not_cut_off() {
        for (int i = 0; i <= VersionTests.MOST_FILES; i++) {
            put("a/tests/t" + i + ".yaml", "policy: shop\n");
        }

        assertThatThrownBy(() -> about("shop"))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("at most 100 files");
    }
}
