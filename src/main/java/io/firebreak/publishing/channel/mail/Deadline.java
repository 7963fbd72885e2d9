package io.firebreak.publishing.channel.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Ends a connection when its time is over or when the server does not stop talking, however busy it looks: timeouts of
 * single reads don't add up to an end.
 */
class Deadline extends SocketFactory implements AutoCloseable {

    /** A conversation about one mail takes a few thousand. */
    private static final int MOST_BYTES = 1_000_000;

    private final CompletableFuture<Void> alarm = new CompletableFuture<>();
    private Socket socket;
    private boolean over;

    Deadline(Duration time) {
        alarm.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS).thenRun(this::end);
    }

    synchronized boolean isOver() {
        return over;
    }

    /** The conversation is done; nothing is ended any more. */
    @Override
    public void close() {
        alarm.cancel(false);
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (over) {
            throw new IOException("The time is over");
        }
        socket = new ModestSocket();
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("Only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("Only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("Only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("Only unconnected sockets are made here");
    }

    /** Gives no more than a server has to say, however much it says. */
    private static final class ModestSocket extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                private int left = MOST_BYTES;

                @Override
                public int read() throws IOException {
                    return counted(super.read(), 1);
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    return counted(read, read);
                }

                private int counted(int result, int bytes) throws IOException {
                    left -= bytes;
                    if (left < 0) {
                        throw new IOException("The server says more than any server should");
                    }
                    return result;
                }
            };
        }
    }

    private synchronized void end() {
        over = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // that is what was wanted
            }
        }
    }
}
