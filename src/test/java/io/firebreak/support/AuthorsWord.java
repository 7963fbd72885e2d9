package io.firebreak.support;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The word of an author whose text the house rules warn of. Texts of tests are about one thing each and short, so they
 * lack what a statement holds; whoever hands them in says so, as a person has to. Errors are refused all the same.
 */
public final class AuthorsWord {

    public static final String WORD = "This text is short, because it stands in a test.";

    private static final Set<String> TASKS = Set.of(
            "UserTask_WriteStatement",
            "UserTask_WriteHoldingStatement",
            "UserTask_TranslateStatement",
            "UserTask_WriteReply");

    private AuthorsWord() {}

    /** What is handed in for a task; with the word where the task takes one and none is given. */
    public static Map<String, Object> with(String taskKey, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        if (TASKS.contains(taskKey)) {
            all.putIfAbsent("wordingReason", WORD);
        }
        return all;
    }
}
