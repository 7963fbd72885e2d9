package io.firebreak.publishing.channel.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** Ends a connection when its time is over, however busy it looks: timeouts of single reads don't add up to an end. */
class Deadline extends SocketFactory implements AutoCloseable {

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
        socket = new Socket();
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
