package dev.proviso.api.authzen;

import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where what stands in a question stood in the request of AuthZEN that it was made from, so that a mistake is found there. */
final class AuthzenPlaces {

    private final SortedMap<String, String> said = new TreeMap<>();

    /** Notes where something that may come from several places came from. */
    void put(String inQuestion, String inRequest) {
        said.put(inQuestion, inRequest);
    }

    /** The same mistakes, at their places in the request. */
    BadJson inRequest(BadJson bad) {
        return new BadJson(bad.mistakes().stream()
                .map(mistake -> new Mistake(inRequest(mistake.at()), mistake.detail(), mistake.nearest()))
                .toList());
    }

    private String inRequest(String path) {
        if (said.containsKey(path)) {
            return said.get(path);
        }
        int end = path.split("[.\\[]", 2)[0].length();
        String rest = path.substring(end);
        return switch (path.substring(0, end)) {
            case "purpose" -> "action.name";
            case "operation" -> "action.properties.operation";
            case "data" -> "resource.id";
            case "source" -> "resource.properties.source";
            case "user" -> rest.equals(".id") ? "subject.id" : "subject.properties" + rest;
            default -> "context." + path;
        };
    }
}
