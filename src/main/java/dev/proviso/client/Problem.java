package dev.proviso.client;

import java.util.List;

/**
 * Why there is no answer.
 *
 * @param type the kind of problem, for programs: what the service says (RFC 9457), or a constant of this class
 * @param status of HTTP; 0 if no answer came
 * @param detail a sentence for people
 * @param mistakes what is wrong with the question, place by place; empty for other problems
 */
public record Problem(String type, int status, String detail, List<String> mistakes) {

    /** Nothing, or nothing in time, came back. */
    public static final String UNREACHABLE = "urn:proviso:problem:unreachable";

    /** What came back is no answer of this service. */
    public static final String UNREADABLE = "urn:proviso:problem:unreadable";

    /** Name and password, or the token, could not be had. */
    public static final String NO_CREDENTIALS = "urn:proviso:problem:no-credentials";

    public Problem {
        mistakes = List.copyOf(mistakes);
    }

    static Problem unreachable(String why) {
        return new Problem(UNREACHABLE, 0, "The service could not be reached: " + why + ".", List.of());
    }

    static Problem unreadable(int status, String why) {
        return new Problem(
                UNREADABLE, status, "What came back is not an answer of the service: " + why + ".", List.of());
    }
}
