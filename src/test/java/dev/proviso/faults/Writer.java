package dev.proviso.faults;

/**
 * One way to write into a service, which remembers what was acknowledged. Many threads write at once; nobody writes while
 * what is there is checked.
 */
interface Writer {

    /** What is written, in a word or two. */
    String name();

    /**
     * Writes once, and remembers it if it was acknowledged.
     *
     * @throws Exception if it was not acknowledged, as when the service was killed meanwhile: then it may be there or not, but
     *     never half of it
     */
    void write() throws Exception;

    /** How many writes were acknowledged. */
    int acknowledged();

    /** @throws AssertionError if something that was acknowledged is not there, or half of something is */
    void check() throws Exception;
}
