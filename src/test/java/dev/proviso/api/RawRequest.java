package dev.proviso.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request over a connection of its own, byte by byte as the test wants it. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket;

    RawRequest(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.setSoLinger(true, 0);
    }

    /** @param head its lines, without the end of the last */
    RawRequest send(String head, byte[] body) throws IOException {
        socket.getOutputStream()
                .write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends bytes as they are. */
    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The head of a request of an account. */
    static String head(String line, String account, String... headers) {
        return line + " HTTP/1.1\nHost: here\nAuthorization: " + Client.credentials(account) + "\n"
                + String.join("\n", headers);
    }

    /** Sends a whole body of a type. */
    RawRequest post(String path, String account, String type, byte[] body) throws IOException {
        return send(head("POST " + path, account, "Content-Type: " + type, "Content-Length: " + body.length), body);
    }

    /** The answer as far as it has come when the connection ends. */
    String answerToTheEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The first line of the answer; empty if none comes before the connection ends. */
    String status() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            line.write(each);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Whether nothing has come within so many milliseconds. */
    boolean isSilent(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    /** As one who goes away: the other side is told at once. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
