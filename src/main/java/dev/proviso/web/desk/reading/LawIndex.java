package dev.proviso.web.desk.reading;

import dev.proviso.document.Passage;
import dev.proviso.publication.DocumentName;
import dev.proviso.web.desk.DeskWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The laws by the part of the world where their days count, each with the words by which people look for it. */
public final class LawIndex {

    private static final Map<String, String> REGIONS = Map.of(
            "Africa", "Africa",
            "America", "Americas",
            "Asia", "Asia",
            "Atlantic", "Americas",
            "Australia", "Asia and Pacific",
            "Europe", "Europe",
            "Indian", "Africa",
            "Pacific", "Asia and Pacific");

    private static final Map<String, String> COUNTRIES =
            DeskWords.countries().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern CODE = Pattern.compile("\\b([A-Z]{2})(?:-[A-Z0-9]{1,3})?\\b");
    private static final Pattern SCOPE = Pattern.compile("(?m)^scope:.*$");
    private static final Pattern MEMBER = Pattern.compile("(?m)^\\|[^|\\n]*\\|\\s*([A-Z]{2})\\s*\\|.*$");
    private static final Pattern NAME = Pattern.compile("[A-Z][\\p{L}0-9/-]{2,30}");
    private static final int MOST_NAMES = 80;

    /** What was found in texts, which never change, for as long as the versions that are shown are the same. */
    private volatile Map<DocumentName, String> found = Map.of();

    LawIndex() {}

    /** @param texts gives the passages of a version */
    List<Region> of(List<Catalogue.Work> laws, Function<DocumentName, List<Passage>> texts) {
        Map<DocumentName, String> before = found;
        Map<DocumentName, String> words = new TreeMap<>();
        Map<String, List<Region.Entry>> regions = new TreeMap<>();
        for (Catalogue.Work law : laws) {
            DocumentName name = law.shown().name();
            String said = Optional.ofNullable(before.get(name)).orElseGet(() -> words(texts.apply(name)));
            words.put(name, said);
            regions.computeIfAbsent(region(law), region -> new ArrayList<>()).add(new Region.Entry(law, said));
        }
        found = Map.copyOf(words);
        return regions.entrySet().stream()
                .map(region -> new Region(region.getKey(), List.copyOf(region.getValue())))
                .toList();
    }

    /**
     * A part of the world.
     *
     * @param name empty for laws that belong to none
     */
    public record Region(String name, List<Entry> laws) {

        /** @param words by which it is found besides its title: countries, and names of its introduction */
        public record Entry(Catalogue.Work work, String words) {}
    }

    private static String region(Catalogue.Work law) {
        String zone = law.zone().getId();
        return REGIONS.getOrDefault(zone.substring(0, Math.max(0, zone.indexOf('/'))), "World");
    }

    private static String words(List<Passage> passages) {
        TreeSet<String> words = new TreeSet<>();
        for (Passage passage : passages) {
            if (passage.kind() == Passage.Kind.FRONT_MATTER) {
                SCOPE.matcher(passage.text()).results().forEach(scope -> countries(CODE, scope.group(), words));
            } else if (passage.text().contains("```table groups")) {
                countries(MEMBER, passage.text(), words);
            }
            if (passage.kind() == Passage.Kind.OTHER) {
                NAME.matcher(passage.text()).results().limit(MOST_NAMES).forEach(name -> words.add(name.group()));
            }
        }
        return String.join(" ", words);
    }

    private static void countries(Pattern code, String text, Set<String> words) {
        Matcher found = code.matcher(text);
        while (found.find()) {
            Optional.ofNullable(COUNTRIES.get(found.group(1))).ifPresent(words::add);
        }
    }
}
