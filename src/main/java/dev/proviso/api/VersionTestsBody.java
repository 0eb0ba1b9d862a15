package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.document.Source;
import dev.proviso.publication.VersionTests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rule tests of a version.
 *
 * @param sha256 as the chain has it; empty if there are none
 * @param files in the order of their names
 */
record VersionTestsBody(String sha256, List<File> files) {

    /** @param text as its author wrote it */
    record File(String file, String text) {}

    static VersionTestsBody of(VersionTests tests) {
        return new VersionTestsBody(
                tests.sha256(),
                tests.files().entrySet().stream()
                        .map(file -> new File(file.getKey(), file.getValue().text()))
                        .toList());
    }

    /** @throws dev.proviso.publication.Refused.Unreadable if these can be no tests of a version */
    static VersionTests read(Body body) {
        Map<String, String> files = new TreeMap<>();
        for (Source file : body.files("files").orElseThrow(() -> Body.bad("\"files\" is missing."))) {
            files.put(file.name(), file.text());
        }
        return VersionTests.of(files);
    }
}
