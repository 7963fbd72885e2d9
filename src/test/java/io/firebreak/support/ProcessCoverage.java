package io.firebreak.support;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which elements of the diagrams were reached, in all applications of this JVM and so in all tests of one run. What was
 * rolled back was not reached.
 */
final class ProcessCoverage {

    private static final Map<String, Set<String>> REACHED = new ConcurrentHashMap<>();

    private ProcessCoverage() {}

    static void reached(String process, String element) {
        REACHED.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet()).add(element);
    }

    static boolean isReached(String process, String element) {
        return REACHED.getOrDefault(process, Set.of()).contains(element);
    }
}
