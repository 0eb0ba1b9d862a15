package dev.proviso.fuzz;

import java.util.List;
import java.util.Map;

/** What stands in requests: words that mean something, and what people who mean harm, and programs that mean well, have sent. */
final class Words {

    /** The policy on which the forms of the desk are tried; no other test knows it. */
    static final String POLICY = "fuzz-desk";

    static final List<String> TIMES = List.of(
            "2016-02-01T10:00:00+08:00", "2022-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2016-01-20T00:00:00Z");
    static final List<String> PLACES = List.of("CN", "US", "DE", "GB-SCT", "US-CA", "XK");
    static final List<String> NAMES =
            List.of("requested-by-user", "records-this-year", "channel", "citizenship", "sale");

    /** What cannot be seen, or is taken for something else. */
    static final List<String> HIDDEN = List.of(
            "\u0000", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0441", "e\u0301", "\u2028",
            "\u007f", "\ue000");

    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "\u0000",
            "a\u0000b",
            "\n\r\t",
            "\uD800",
            "\uFEFF",
            "\u202Etxt",
            "é\u0301ſ",
            "😀".repeat(50),
            "' or 1=1; drop table decision_record; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}#{7*7}",
            "../../etc/passwd",
            "%00%2e%2e%2f",
            ".",
            "..",
            "*",
            "a;b",
            "a,b",
            "a".repeat(300),
            "x.".repeat(2000),
            "a-".repeat(1000) + "a",
            "\" ) then insert(new Object()); end rule \"x\" when",
            "9".repeat(400),
            "-0",
            "1e400",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "P999999999Y",
            "PT9999999999999999999S",
            "2016-02-30",
            "2011-12-30",
            "EU",
            "UK",
            "ZZ",
            "CN-999",
            "in-force",
            "governing",
            "CON",
            "__proto__");

    /** Numbers that no JSON library of Java takes easily. */
    static final List<String> NUMBERS = List.of(
            "1e2147483647",
            "1e2147483648",
            "-1e-2147483649",
            "1e99999999999999999999",
            "0e2147483648",
            "1E+1000000000",
            "1e400",
            "123456789012345678901234567890123456789012345678901234567890",
            "0.0000000000000000000000000000000000000000000000000000000001",
            "-0.0",
            "1.0");

    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry(
                    "policy",
                    List.of("website-privacy", "website-privacy", "privacy", "law-cn", "fuzz-1", "fuzz-2", POLICY)),
            Map.entry("version", List.of("2016-01-14", "2021-11-01", "in-force", "governing", "1", "2", "3")),
            Map.entry("label", List.of("2", "3", "4", "5")),
            Map.entry("from", List.of("2016-01-14", "1", "2024-01-01")),
            Map.entry("to", List.of("2021-11-01", "2", "2026-01-01")),
            Map.entry("purpose", List.of("marketing.messages.email", "service.requested", "service", "ai.training")),
            Map.entry("name", List.of("marketing.messages.email", "service.requested", "service")),
            Map.entry("operation", List.of("use", "collect", "transfer", "disclose", "erase")),
            Map.entry("data", List.of("contact.email", "contact", "special.health", "browsing.history")),
            Map.entry("source", List.of("direct", "cookie", "social")),
            Map.entry("recipient", List.of("self", "authority", "affiliate")),
            Map.entry("kind", List.of("self", "authority.domestic")),
            Map.entry("safeguards", List.of("standard-contract", "certification", "standard-contract-gba")),
            Map.entry("collectedFor", List.of("service.registration", "marketing")),
            Map.entry("scope", List.of("marketing", "contact", "use", "self", "*", "cookie")),
            Map.entry("refusals", List.of("cookie")),
            Map.entry("timeZone", List.of("Asia/Shanghai", "UTC", "Europe/Berlin", "Pacific/Apia")),
            Map.entry("citizenship", List.of("CN", "DE")),
            Map.entry("country", PLACES),
            Map.entry("origin", PLACES),
            Map.entry("destination", PLACES),
            Map.entry("acknowledged", List.of("*")),
            Map.entry("supported_mandatory_extensions", List.of("obligations")),
            Map.entry("supported_obligations", List.of("custom")),
            Map.entry("explain", List.of("full")),
            Map.entry("limit", List.of("1", "10")),
            Map.entry("number", List.of("0", "1", "2", "3")),
            Map.entry("clause", List.of("7", "default", "1")),
            Map.entry("tag", List.of("*", "\"1\"", "1-0123456789abcdef")),
            Map.entry("day", List.of("2100-01-01", "2026-01-01")),
            Map.entry("birthDate", List.of("1986-03-01", "2010-03-01")),
            Map.entry("at", List.of("2022-01-01", "2022-01-01T00:00:00Z")),
            Map.entry("when", List.of("now", "later")),
            Map.entry("announcedAt", List.of("2026-01-01T00:00:00Z")),
            Map.entry("comment", List.of("Which one?", "fine")),
            Map.entry("do", List.of("save", "add", "remove-1")),
            Map.entry("user", List.of("fuzz-a", "fuzz-b")),
            Map.entry("id", List.of("fuzz-a", "fuzz-b", "contact.email", "0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f")));

    private Words() {}

    /** A word for a place of this name. */
    static String of(String name, Chance chance) {
        return chance.one(MEANT.getOrDefault(name, List.of("word")));
    }

    /** The same with a slip: a letter gone, doubled, exchanged with its neighbour, or another. */
    static String misspelt(String word, Chance chance) {
        if (word.length() < 2) {
            return word + word;
        }
        int at = chance.below(word.length() - 1);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (chance.below(4)) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + word.charAt(at) + after;
            case 2 -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> before + "q" + after;
        };
    }
}
