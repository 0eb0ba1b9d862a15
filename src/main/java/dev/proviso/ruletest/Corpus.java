package dev.proviso.ruletest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The documents that tests can be about: versions of policies, and the law beside them. */
public final class Corpus {

    private static final Comparator<TestedVersion> BY_START =
            Comparator.comparing(TestedVersion::start).thenComparing(TestedVersion::label);

    private final List<TestedVersion> versions;
    private final boolean growing;

    public Corpus(Collection<TestedVersion> versions) {
        this(versions, false);
    }

    private Corpus(Collection<TestedVersion> versions, boolean growing) {
        this.versions = versions.stream().sorted(BY_START).toList();
        this.growing = growing;
    }

    /**
     * The same, to which versions may come that are not there yet: a version that there is not is a doubt and no mistake, and
     * what is asked of it is left out.
     */
    public Corpus growing() {
        return new Corpus(versions, true);
    }

    boolean isGrowing() {
        return growing;
    }

    /** The versions of a policy, the first to start first; none if there is no such policy. */
    public List<TestedVersion> versions(String policy) {
        return versions.stream().filter(one -> one.policy().equals(policy)).toList();
    }

    /** The ids of all policies. */
    public SortedSet<String> policies() {
        return versions.stream().map(TestedVersion::policy).collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<String> laws() {
        return versions.stream()
                .flatMap(version -> version.laws().stream())
                .map(law -> law.policy().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every version of every policy and law, each once, in the order of their names. */
    public Collection<Subject> subjects() {
        SortedMap<String, Subject> subjects = new TreeMap<>();
        versions.stream()
                .flatMap(Subject::of)
                .forEach(subject -> subjects.putIfAbsent(subject.text().policy().name(), subject));
        return subjects.values();
    }
}
