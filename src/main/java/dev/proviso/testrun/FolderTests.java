package dev.proviso.testrun;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.RuleTestFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule tests in a folder by what they are about, as they come into an empty store with the documents there: each version of a
 * policy or a law has the files about it, and the policies that these ask.
 */
public final class FolderTests {

    private static final int LONGEST = 100;

    /** By the id of what they are about. */
    private final Map<String, List<Source>> tests = new HashMap<>();
    /** The ids of the policies that tests ask, by the id of what these are about. */
    private final Map<String, List<String>> asked = new HashMap<>();
    /** What nobody but tests asks, by its id. */
    private final Map<String, Source> policies = new HashMap<>();

    public FolderTests(TestFiles files) {
        files.tests().forEach(file -> {
            RuleTestFile.About about = RuleTestFile.about(file);
            about.law().or(about::policy).ifPresent(id -> {
                tests.computeIfAbsent(id, key -> new ArrayList<>()).add(file);
                about.policy().ifPresent(policy -> asked.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(policy));
            });
        });
        files.policies().forEach(policy -> Documents.titlePage(policy).id().ifPresent(id -> policies.put(id, policy)));
    }

    /** @throws dev.proviso.publication.Refused if they are more than a version may have */
    public VersionTests about(String id) {
        SortedMap<String, Content> files = new TreeMap<>();
        tests.getOrDefault(id, List.of()).forEach(file -> put(file, files));
        asked.getOrDefault(id, List.of()).stream()
                .distinct()
                .flatMap(policy -> Optional.ofNullable(policies.get(policy)).stream())
                .forEach(policy -> put(policy, files));
        return new VersionTests(files);
    }

    /** By the name of the file alone, or with its folders where two have one name. */
    private static void put(Source file, SortedMap<String, Content> files) {
        String name = plain(file.name().substring(file.name().lastIndexOf('/') + 1));
        files.put(files.containsKey(name) ? plain(file.name()) : name, new Content(file.text()));
    }

    /** Files on a disk have names that no version's have. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST));
        return Character.isLetterOrDigit(end.charAt(0)) ? end : "t" + end.substring(1);
    }
}
