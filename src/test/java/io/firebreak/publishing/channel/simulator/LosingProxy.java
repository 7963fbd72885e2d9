package io.firebreak.publishing.channel.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands before a real server and hands everything through, until it is told to lose an answer: then the request
 * arrives, the server does what it says, and the client's connection is reset without a byte of the answer.
 */
public final class LosingProxy implements AutoCloseable {

    private static final int CHUNK = 64_000;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> armed = new AtomicReference<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final ServerSocket entrance;
    private final URI server;

    public LosingProxy(URI server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException("No proxy can listen", failure);
        }
        start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /**
     * Loses the answer to the next request that begins like this.
     *
     * @param beginning for example {@code POST /api/v1/statuses }
     */
    public void loseAnswerTo(String beginning) {
        armed.set(beginning);
    }

    /** How many answers were lost so far. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        quietly(entrance);
        sockets.forEach(LosingProxy::quietly);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = remembered(entrance.accept());
                Socket behind = remembered(new Socket(server.getHost(), server.getPort()));
                start(() -> connect(client, behind));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void connect(Socket client, Socket behind) {
        AtomicReference<Boolean> loses = new AtomicReference<>(false);
        start(() -> answers(client, behind, loses));
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream requests = client.getInputStream();
            OutputStream onwards = behind.getOutputStream();
            for (int read = requests.read(chunk); read >= 0; read = requests.read(chunk)) {
                String beginning = armed.get();
                if (beginning != null
                        && new String(chunk, 0, read, StandardCharsets.ISO_8859_1).startsWith(beginning)) {
                    armed.set(null);
                    loses.set(true);
                }
                onwards.write(chunk, 0, read);
            }
            behind.shutdownOutput();
        } catch (IOException gone) {
            quietly(behind);
        }
    }

    private void answers(Socket client, Socket behind, AtomicReference<Boolean> loses) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream answers = behind.getInputStream();
            OutputStream back = client.getOutputStream();
            for (int read = answers.read(chunk); read >= 0; read = answers.read(chunk)) {
                if (loses.get()) {
                    lost.incrementAndGet();
                    // a reset, not an end: the client gets nothing more to read
                    client.setSoLinger(true, 0);
                    quietly(client);
                    return;
                }
                back.write(chunk, 0, read);
            }
        } catch (IOException gone) {
            // the other side ends as well
        } finally {
            quietly(client);
            quietly(behind);
        }
    }

    private Socket remembered(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "losing-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception closed) {
            // it is closed, which is all that was asked
        }
    }
}
