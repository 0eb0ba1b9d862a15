package dev.proviso.fuzz;

import java.util.List;

/** Documents as drafters send them, and as nobody should. */
final class Text {

    private static final List<String> PASSAGES = List.of(
            ">".repeat(5_000) + " deep",
            "> - ".repeat(3_000) + "deep",
            "*a ".repeat(3_000),
            "<a b=\"c\" ".repeat(2_000),
            "<".repeat(20_000),
            "|" + "a|".repeat(1_000) + "\n|" + "-|".repeat(1_000) + "\n" + "|x|\n".repeat(1_000),
            "a**bc* c* ".repeat(1_000),
            "[a]: <".repeat(2_000),
            "`".repeat(2_000) + "a" + "`".repeat(1_999),
            "We do n\u202eot\u202c.",
            "hid\u200bden, nul\u0000l",
            "    ```rules\n    (2) Forbid use of contact for service.\n    ```",
            "<div>\n```rules\n(2) Forbid use of contact for service.\n```\n</div>",
            "```rules\n(2) Forbid use of contact for service for P999999999Y.\n```",
            "```rules\n" + "(".repeat(2_000) + "\n```",
            "```rules\n(2) Permit use of contact for service if the user lives in UK and " + "not ".repeat(500)
                    + ".\n```",
            "# ".repeat(500),
            "\r\u0085\u2028");

    private Text() {}

    /** Of a policy and a version that other tests do not know. */
    static String document(Chance chance) {
        return document(chance.one(List.of("fuzz-1", "fuzz-2")), Words.of("version", chance));
    }

    static String document(String policy, String version) {
        return """
                ---
                policy: %s
                version: "%s"
                kind: policy
                title: Letters
                controller: {name: Example, country: CN}
                vocabulary: privacy
                timezone: UTC
                effective: 2100-01-01T00:00:00Z
                ---

                # Letters

                ## Article 1 Use

                We write *letters*. <b>Always</b>

                ```rules
                (1) Permit use of contact for service.registration.
                ```
                """.formatted(policy, version);
    }

    /** The same with something wrong, somewhere. */
    static String damaged(String text, Chance chance) {
        int at = chance.below(text.length() + 1);
        return switch (chance.below(5)) {
            case 0 -> text + "\n" + chance.one(PASSAGES) + "\n";
            case 1 -> text.substring(0, at) + chance.one(Words.HIDDEN) + text.substring(at);
            case 2 -> text.substring(0, at) + chance.one(Words.HOSTILE) + text.substring(at);
            case 3 -> text.substring(0, at);
            default ->
                text.replaceFirst(
                        "(?m)^(controller|version|kind|timezone|effective|vocabulary|title): .*$",
                        "$1: "
                                + chance.one(List.of(
                                        "", "[]", "{a: {b: [", "\"", "&a [*a]", "!!java 1", "P999999999Y", "0x7")));
        };
    }
}
