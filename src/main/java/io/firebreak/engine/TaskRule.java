package io.firebreak.engine;

import java.util.Map;
import java.util.Set;

/**
 * What completing one kind of human task means. The engine asks it for every way in which the task can be completed:
 * Tasklist, REST, Java. A feature offers a rule as a Spring bean; the diagram need not mention it.
 */
public interface TaskRule {

    /** The id of the user task in the diagram. */
    String task();

    /** The names of the values that may be handed in. Anything else is refused. */
    Set<String> inputs();

    /**
     * Who would be refused whatever group they are in, as the author of a text who may not approve it. The chain of command
     * does not ask them.
     *
     * @return why, as the end of a sentence that begins with the person, by user id
     */
    default Map<String, String> barred(TaskSubject subject) {
        return Map.of();
    }

    /**
     * Groups that see such tasks and can open them although others are asked, because the rule lets some of them in: see
     * {@link #admits}. By their ids.
     */
    default Set<String> furtherGroups() {
        return Set.of();
    }

    /**
     * Whether somebody of whom the task is not asked may take and complete it all the same at this moment, as in an
     * emergency. What they may do with it is for {@link #complete} to say. They can't pass it on.
     */
    default boolean admits(String person, TaskSubject subject) {
        return false;
    }

    /**
     * Whether people who complete tasks of this kind in the same process do it one after the other. Where several are asked
     * at the same time, two who press at the same moment are both heard then.
     */
    default boolean isOneByOne() {
        return false;
    }

    /**
     * Checks what was handed in and does what the task is for.
     *
     * @throws io.firebreak.rule.Refusal when the task can't be completed so; then nothing has happened
     */
    void complete(TaskAct act);
}
