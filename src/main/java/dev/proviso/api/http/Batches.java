package dev.proviso.api.http;

/** Where many questions are asked together, and as what they may come. */
public final class Batches {

    public static final String PATH = "/v1/decisions/batch";

    /** One question, and one answer, on each line. */
    public static final String LINES = "application/x-ndjson";

    private Batches() {}
}
