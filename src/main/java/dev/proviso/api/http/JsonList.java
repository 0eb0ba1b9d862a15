package dev.proviso.api.http;

import io.smallrye.mutiny.Multi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A list in JSON that goes out while it is made. */
public final class JsonList {

    private JsonList() {}

    /**
     * The list, in pieces.
     *
     * @param before what stands before its first element, with the bracket
     * @param elements as JSON in UTF-8
     * @param together how many elements go out together
     * @param after what stands after its last element, with the bracket
     */
    public static Multi<byte[]> of(String before, Multi<byte[]> elements, int together, String after) {
        AtomicBoolean begun = new AtomicBoolean();
        Multi<byte[]> pieces =
                elements.group().intoLists().of(together).map(some -> joined(some, begun.getAndSet(true)));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(utf8(before)),
                        pieces,
                        Multi.createFrom().item(utf8(after)));
    }

    private static byte[] joined(List<byte[]> elements, boolean begun) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        boolean comma = begun;
        for (byte[] element : elements) {
            if (comma) {
                piece.write(',');
            }
            piece.writeBytes(element);
            comma = true;
        }
        return piece.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
