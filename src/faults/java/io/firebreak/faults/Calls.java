package io.firebreak.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches when an account is called. */
final class Calls {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final List<Long> moments = new ArrayList<>();

    /** Watches for a while. */
    static Calls during(Duration time, TouchPoint touchPoint, String methodAndPath) {
        Calls calls = new Calls();
        long end = System.nanoTime() + time.toNanos();
        long seen = touchPoint.requests(methodAndPath);
        while (System.nanoTime() < end) {
            long now = touchPoint.requests(methodAndPath);
            for (; seen < now; seen++) {
                calls.moments.add(System.nanoTime());
            }
            Waiting.pass(PAUSE);
        }
        return calls;
    }

    int count() {
        return moments.size();
    }

    /** The most calls within any stretch of this length, those of the first stretch left out. */
    long mostWithin(Duration stretch) {
        if (moments.isEmpty()) {
            return 0;
        }
        long settled = moments.get(0) + stretch.toNanos();
        return moments.stream()
                .filter(begin -> begin >= settled)
                .mapToLong(begin -> moments.stream()
                        .filter(moment -> moment >= begin && moment < begin + stretch.toNanos())
                        .count())
                .max()
                .orElse(0);
    }
}
