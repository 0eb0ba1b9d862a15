package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.util.List;
import java.util.Optional;

/** Reads which versions tests are asked of: {@code all}, one, a list, or those from one through another. */
final class VersionsReader {

    private static final String UNKNOWN = "unknown-version";

    private static final String ALL = "all";
    private static final List<String> ENDS = List.of("from", "until");

    private final String policy;
    private final List<TestedVersion> versions;
    private final boolean growing;
    private final Findings findings;

    /**
     * @param versions of the policy, the first to start first
     * @param growing whether others may come
     */
    VersionsReader(String policy, List<TestedVersion> versions, boolean growing, Findings findings) {
        this.policy = policy;
        this.versions = versions;
        this.growing = growing;
        this.findings = findings;
    }

    List<TestedVersion> all() {
        return versions;
    }

    /** In the order of their starts. */
    List<TestedVersion> read(YamlTree value) {
        if (value instanceof YamlTree.Mapping range) {
            return range(new Entries(range, findings), range);
        }
        if (value instanceof YamlTree.Scalar word && word.text().equals(ALL)) {
            return versions;
        }
        List<TestedVersion> named = new Entries(findings)
                .texts(value, "A version").stream()
                        .flatMap(label -> version(label).stream())
                        .toList();
        return versions.stream().filter(named::contains).toList();
    }

    Optional<TestedVersion> version(YamlTree.Scalar label) {
        Optional<TestedVersion> found = versions.stream()
                .filter(one -> one.label().equals(label.text()))
                .findFirst();
        if (found.isEmpty() && !versions.isEmpty()) {
            unknown(label);
        }
        return found;
    }

    private void unknown(YamlTree.Scalar label) {
        String sentence = "There is no version " + Findings.quoted(label.text()) + " of " + Findings.quoted(policy);
        if (growing) {
            findings.warning(UNKNOWN, label.span(), sentence + " yet, and it is not asked.");
        } else {
            findings.error(
                    UNKNOWN,
                    label.span(),
                    sentence + ".",
                    findings.nearest(
                            label.text(),
                            versions.stream().map(TestedVersion::label).toList()));
        }
    }

    private List<TestedVersion> range(Entries section, YamlTree.Mapping range) {
        section.refuseOthers("A range of versions", ENDS::contains, ENDS);
        Optional<YamlTree.Scalar> first = section.scalar("from");
        Optional<YamlTree.Scalar> last = section.scalar("until");
        Optional<TestedVersion> from = first.flatMap(this::version);
        Optional<TestedVersion> until = last.flatMap(this::version);
        if (growing && (first.isPresent() != from.isPresent() || last.isPresent() != until.isPresent())) {
            return List.of(); // nobody knows yet which these are
        }
        return between(from, until, range);
    }

    private List<TestedVersion> between(
            Optional<TestedVersion> from, Optional<TestedVersion> until, YamlTree.Mapping range) {
        int first = from.map(versions::indexOf).orElse(0);
        int last = until.map(versions::indexOf).orElse(versions.size() - 1);
        if (last < first && !versions.isEmpty()) {
            findings.error("versions", range.span(), "The last of these versions starts before the first.");
            return List.of();
        }
        return versions.subList(first, last + 1);
    }
}
