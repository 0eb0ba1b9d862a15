package dev.proviso.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that somebody in a place may be in, by the time zone database. The list and its release stand in {@code
 * zones.txt}. Of zones that have always shown the same time, there is one.
 */
public final class PlaceZones {

    /** Where a day ends last: no land that people live on, but ships are there. */
    private static final ZoneId LAST = ZoneId.of("Etc/GMT+12");

    private static final Map<String, List<ZoneId>> ZONES = read();
    private static final List<ZoneId> ANYWHERE =
            different(Stream.concat(Stream.of(LAST), ZONES.values().stream().flatMap(List::stream)));

    private PlaceZones() {}

    /** Of a country, or of a subdivision, which has those of its country unless it lies overseas. Anywhere, if none are known. */
    public static List<ZoneId> of(Place place) {
        List<ZoneId> own = ZONES.get(place.code());
        return own == null ? ZONES.getOrDefault(place.country().code(), ANYWHERE) : own;
    }

    /** Every zone that there is, with the last on earth. */
    public static List<ZoneId> anywhere() {
        return ANYWHERE;
    }

    private static Map<String, List<ZoneId>> read() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        for (String line : lines()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                List<ZoneId> of = different(Arrays.stream(words).skip(1).flatMap(PlaceZones::known));
                if (!of.isEmpty()) {
                    zones.put(words[0], of);
                }
            }
        }
        return Map.copyOf(zones);
    }

    /** A zone that the Java runtime does not know yet was part of another one in its time zone data, which stands in the list too. */
    private static Stream<ZoneId> known(String id) {
        return ZoneId.getAvailableZoneIds().contains(id) ? Stream.of(ZoneId.of(id)) : Stream.empty();
    }

    private static List<ZoneId> different(Stream<ZoneId> zones) {
        Map<Object, ZoneId> different = new LinkedHashMap<>();
        zones.forEach(zone -> different.putIfAbsent(zone.getRules(), zone));
        return List.copyOf(different.values());
    }

    private static List<String> lines() {
        try (@Nullable InputStream in = PlaceZones.class.getResourceAsStream("zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("zones.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
