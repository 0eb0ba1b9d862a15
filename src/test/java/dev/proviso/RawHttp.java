package dev.proviso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** HTTP/1.1, letter by letter, for what no client can be brought to send. Whatever is not answered fails. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** An answer. */
    public record Answer(int status, List<String> head, String body) {

        /** The values of a header, in order. */
        public List<String> all(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        /** The first value of a header; empty if there is none. */
        public String header(String name) {
            return all(name).stream().findFirst().orElse("");
        }
    }

    public static Answer send(URI service, String verb, String target, String... headers) {
        return sendFrom("127.0.0.1", service, verb, target, "", headers);
    }

    /**
     * @param from the address of this machine that it is sent from
     * @param target as it stands in the line of the request
     */
    public static Answer sendFrom(
            String from, URI service, String verb, String target, String body, String... headers) {
        String more = Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining());
        String host = more.toLowerCase(java.util.Locale.ROOT).startsWith("host:")
                ? ""
                : "Host: " + service.getAuthority() + "\r\n";
        String length = verb.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n";
        String text = verb + " " + target + " HTTP/1.1\r\n" + host + length + more + "Connection: close\r\n\r\n" + body;
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(verb + " " + target + " was not answered", e);
        }
    }

    /** @param answer a character a byte */
    private static Answer read(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        List<String> head = parts[0].lines().toList();
        int status = Integer.parseInt(head.get(0).split(" ")[1]);
        String body = parts.length < 2 ? "" : parts[1];
        boolean chunked = head.stream().anyMatch("transfer-encoding: chunked"::equalsIgnoreCase);
        byte[] bytes = (chunked ? whole(body) : body).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(status, head, new String(bytes, StandardCharsets.UTF_8));
    }

    /** A body without the lengths of its chunks (RFC 9112, 7.1). */
    private static String whole(String chunks) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            whole.append(chunks, line + 2, line + 2 + length);
            at = length == 0 ? chunks.length() : line + 2 + length + 2;
        }
        return whole.toString();
    }
}
