package dev.proviso.api.authzen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.publication.Content;
import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of what is found is wanted. A token says where the part before ended, how large parts are, and of which search they
 * are parts, so that it serves no other.
 *
 * @param isAsked whether the request speaks of pages at all
 * @param after what the part before ended with; empty at the beginning
 * @param limit how many are wanted at most
 * @param search the hash of the request without its page
 */
record SearchPage(boolean isAsked, Optional<String> after, int limit, String search) {

    private static final String PAGE = "page";
    private static final String LIMIT = "limit";
    private static final Set<String> OF_PAGE = Set.of(LIMIT, "token", "properties");
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * @param kind what is searched for
     * @throws BadJson if the page cannot be read, or the token is of another search
     */
    static SearchPage read(String kind, ObjectNode request) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<Fields> page = Fields.open(request, mistakes).openObject(PAGE);
        page.ifPresent(fields -> AuthzenUnknown.noteMisspelt(fields, OF_PAGE));
        Optional<Integer> limit = page.flatMap(SearchPage::limit);
        Optional<String> token = page.flatMap(fields -> fields.text("token"));
        String search = hash(kind, request);
        Optional<SearchPage> before = token.flatMap(SearchPage::read);
        if (token.isPresent() && before.filter(one -> one.search.equals(search)).isEmpty()) {
            page.get()
                    .note("token", "This is no token of this search. Repeat the request that it came with, unchanged.");
        } else if (before.isPresent()
                && limit.filter(said -> capped(said) != before.get().limit).isPresent()) {
            page.get().note(LIMIT, "This search began with the limit " + before.get().limit + ".");
        }
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return before.orElseGet(() -> new SearchPage(
                page.isPresent(),
                Optional.empty(),
                limit.map(SearchPage::capped).orElse(USUAL),
                search));
    }

    /** A page of nothing would never end. */
    private static Optional<Integer> limit(Fields page) {
        Optional<Integer> limit = page.count(LIMIT, Integer.MAX_VALUE);
        if (limit.filter(said -> said == 0).isPresent()) {
            page.note(LIMIT, "A page of 0 results would never come to an end. Ask for 1 or more.");
        }
        return limit;
    }

    private static int capped(int limit) {
        return Math.min(limit, MOST);
    }

    private static Optional<SearchPage> read(String token) {
        try {
            ObjectNode json = JsonText.object(Base64.getUrlDecoder().decode(token));
            return Optional.of(new SearchPage(
                    true,
                    Optional.of(json.path("after").asText()),
                    Math.max(1, Math.min(json.path(LIMIT).asInt(), MOST)),
                    json.path("search").asText()));
        } catch (IllegalArgumentException | BadJson e) {
            return Optional.empty();
        }
    }

    /** Does it come after the part before, in the order of the letters? */
    boolean isAhead(String name) {
        return after.map(last -> name.compareTo(last) > 0).orElse(true);
    }

    /** The token of the part that follows one which ended with this. */
    String next(String last) {
        ObjectNode json =
                MAPPER.createObjectNode().put("after", last).put(LIMIT, limit).put("search", search);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same for requests that say the same, in whichever order. */
    private static String hash(String kind, ObjectNode request) {
        ObjectNode search = request.deepCopy();
        search.remove(PAGE);
        try {
            Object sorted = MAPPER.treeToValue(search, Object.class);
            return new Content(kind + "\n" + MAPPER.writeValueAsString(sorted)).sha256();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
