package io.firebreak.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits that always end. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Waiting() {}

    /** Waits until it is so, and fails after a while. Gives how long it took. */
    static Duration until(String what, Duration patience, BooleanSupplier isSo) {
        long begin = System.nanoTime();
        if (!comes(patience, isSo)) {
            throw new AssertionError("Waited %d s in vain until %s".formatted(patience.toSeconds(), what));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits until it is so, but not longer; gives whether it is. */
    static boolean comes(Duration patience, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pass(PAUSE);
        }
        return true;
    }

    static void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
