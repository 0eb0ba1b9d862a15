package dev.proviso.analysis;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.util.List;
import java.util.Optional;

/** Reads which versions tests are asked of: {@code all}, one, a list, or those from one through another. */
final class VersionsReader {

    private static final String ALL = "all";
    private static final List<String> ENDS = List.of("from", "until");

    private final String policy;
    private final List<Version> versions;
    private final Findings findings;

    /** @param versions of the policy, the first to start first */
    VersionsReader(String policy, List<Version> versions, Findings findings) {
        this.policy = policy;
        this.versions = versions;
        this.findings = findings;
    }

    List<Version> all() {
        return versions;
    }

    /** In the order of their starts. */
    List<Version> read(YamlTree value) {
        if (value instanceof YamlTree.Mapping range) {
            return range(new Entries(range, findings), range);
        }
        if (value instanceof YamlTree.Scalar word && word.text().equals(ALL)) {
            return versions;
        }
        List<Version> named = new Entries(findings)
                .texts(value, "A version").stream()
                        .flatMap(label -> version(label).stream())
                        .toList();
        return versions.stream().filter(named::contains).toList();
    }

    Optional<Version> version(YamlTree.Scalar label) {
        Optional<Version> found = versions.stream()
                .filter(one -> one.label().equals(label.text()))
                .findFirst();
        if (found.isEmpty() && !versions.isEmpty()) {
            findings.error(
                    "unknown-version",
                    label.span(),
                    "There is no version " + Findings.quoted(label.text()) + " of " + Findings.quoted(policy) + ".",
                    findings.nearest(
                            label.text(), versions.stream().map(Version::label).toList()));
        }
        return found;
    }

    private List<Version> range(Entries section, YamlTree.Mapping range) {
        section.refuseOthers("A range of versions", ENDS::contains, ENDS);
        Optional<Version> from = section.scalar("from").flatMap(this::version);
        Optional<Version> until = section.scalar("until").flatMap(this::version);
        int first = from.map(versions::indexOf).orElse(0);
        int last = until.map(versions::indexOf).orElse(versions.size() - 1);
        if (last < first && !versions.isEmpty()) {
            findings.error("versions", range.span(), "The last of these versions starts before the first.");
            return List.of();
        }
        return versions.subList(first, last + 1);
    }
}
