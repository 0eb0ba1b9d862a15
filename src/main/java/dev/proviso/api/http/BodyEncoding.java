package dev.proviso.api.http;

import dev.proviso.question.Utf8;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** How a body is written: as it is, and if it is text, in UTF-8. */
final class BodyEncoding {

    private static final MediaType WORD =
            new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document");

    private BodyEncoding() {}

    /** Why a body cannot be read, as far as the head of its request says; empty if it can. */
    static Optional<Response> refusal(HttpServerRequest request) {
        Optional<Response> encoded = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .filter(encoding -> !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"))
                .map(RefusedRequest::encoded);
        return encoded.or(() -> type(request)
                .flatMap(type -> Optional.ofNullable(type.getParameters().get(MediaType.CHARSET_PARAMETER)))
                .filter(charset -> !charset.equalsIgnoreCase("utf-8"))
                .map(RefusedRequest::charset));
    }

    /** Whether it is the form of a page. */
    static boolean isForm(HttpServerRequest request) {
        return type(request)
                .filter(type -> is(type, MediaType.APPLICATION_FORM_URLENCODED_TYPE) || isMultipart(type))
                .isPresent();
    }

    /**
     * A sentence about what of a body is not UTF-8; empty if all is. Parts of a form of several have encodings of their own, and a
     * file of Word is no text.
     */
    static Optional<String> mistake(HttpServerRequest request, byte[] body) {
        Optional<MediaType> type = type(request);
        if (type.filter(each -> isMultipart(each) || is(each, WORD)).isPresent()) {
            return Optional.empty();
        }
        return type.filter(each -> is(each, MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                        .isPresent()
                ? Utf8.mistake(withoutPercents(body))
                : Utf8.mistake(body);
    }

    private static Optional<MediaType> type(HttpServerRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                    .map(MediaType::valueOf);
        } catch (IllegalArgumentException e) {
            // What cannot be read is refused elsewhere.
            return Optional.empty();
        }
    }

    private static boolean is(MediaType type, MediaType other) {
        return type.getType().equalsIgnoreCase(other.getType())
                && type.getSubtype().equalsIgnoreCase(other.getSubtype());
    }

    private static boolean isMultipart(MediaType type) {
        return type.getType().toLowerCase(Locale.ROOT).equals("multipart");
    }

    /** The bytes that a form stands for (URL Standard, section 1.3). */
    private static byte[] withoutPercents(byte[] form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(form.length);
        for (int i = 0; i < form.length; i++) {
            int high = i + 2 < form.length && form[i] == '%' ? Character.digit(form[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(form[i + 2], 16);
            bytes.write(low < 0 ? form[i] : 16 * high + low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }
}
