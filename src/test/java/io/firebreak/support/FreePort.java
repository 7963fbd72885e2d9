package io.firebreak.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;

/** A port at which nobody listens now. */
public final class FreePort {

    /** Below those that systems give to connections that go out, which could take one in the moment before it is used. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;
    private static final int TRIES = 100;

    private FreePort() {}

    public static int find() {
        Random random = new Random();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("None of %d ports was free".formatted(TRIES));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
