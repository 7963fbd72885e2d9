package io.firebreak.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Many clients at once, each of which does one piece of work after the other. */
final class Crowd {

    private Crowd() {}

    /**
     * Shares pieces of work among clients and waits until all are done.
     *
     * @return pieces per second
     */
    static double perSecond(int clients, int pieces, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                all.add(CompletableFuture.runAsync(
                        () -> {
                            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                                work.accept(piece);
                            }
                        },
                        threads));
            }
            all.forEach(CompletableFuture::join);
            return pieces * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }
}
