package dev.proviso.api.http;

/**
 * JSON that goes out as it is.
 *
 * @param bytes in UTF-8; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrittenJson(byte[] bytes) {}
