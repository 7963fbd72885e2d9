package io.firebreak.newsroom;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as somebody sends them who minds no rule; no client library tidies their paths. */
final class RawHttp {

    /** @param text the head and the body of the answer as they came */
    record Answer(int status, String text) {

        boolean hasHeader(String name) {
            return head().stream().anyMatch(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"));
        }

        String header(String name) {
            return head().stream()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        private List<String> head() {
            return text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")))
                    .lines()
                    .toList();
        }
    }

    private RawHttp() {}

    static Answer get(int port, String path, String... headers) throws IOException {
        return send(port, "GET", path, 10_000, headers);
    }

    static Answer send(int port, String method, String path, int timeoutMilliseconds, String... headers)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(timeoutMilliseconds);
            socket.connect(new InetSocketAddress("127.0.0.1", port), timeoutMilliseconds);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            String request =
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(text.split(" ")[1]), text);
        }
    }
}
