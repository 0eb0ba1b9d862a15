package dev.proviso.reference;

import dev.proviso.policy.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The time zones of countries, from the file of the time zone database itself. */
public final class Zones {

    private static final Map<String, List<ZoneId>> OF = read();
    private static final List<ZoneId> ALL = everyZone();

    private Zones() {}

    /** Those of the country, also of a part of it; of those that always showed the same time, one. */
    public static List<ZoneId> of(Place place) {
        return OF.getOrDefault(place.code().substring(0, 2), List.of());
    }

    /** Each that some country has, and the one of the last ships. */
    static List<ZoneId> all() {
        return ALL;
    }

    private static List<ZoneId> everyZone() {
        List<ZoneId> all = new ArrayList<>(List.of(ZoneId.of("Etc/GMT+12")));
        OF.values().forEach(zones -> zones.forEach(zone -> add(all, zone)));
        return all;
    }

    private static Map<String, List<ZoneId>> read() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("src", "test", "resources", "zone1970.tab"))) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#") && ZoneId.getAvailableZoneIds().contains(cells[2])) {
                    for (String country : cells[0].split(",")) {
                        add(zones.computeIfAbsent(country, none -> new ArrayList<>()), ZoneId.of(cells[2]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }

    private static void add(List<ZoneId> zones, ZoneId zone) {
        if (zones.stream().noneMatch(other -> other.getRules().equals(zone.getRules()))) {
            zones.add(zone);
        }
    }
}
