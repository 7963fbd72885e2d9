package io.firebreak.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which elements of the diagrams were reached, in all applications of this JVM and, once a class of tests is done, in all
 * JVMs of one run. What was rolled back was not reached.
 */
final class ProcessCoverage {

    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private ProcessCoverage() {}

    static void reached(String process, String element) {
        REACHED.add(process + " " + element);
    }

    static boolean isReached(String process, String element) {
        return REACHED.contains(process + " " + element);
    }

    /** Tells the other JVMs of this run, and learns from them. */
    static void exchange() {
        OtherJvms.exchange("reached", REACHED);
    }
}
