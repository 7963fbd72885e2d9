package io.firebreak.engine.guard;

import java.lang.reflect.Field;
import org.springframework.util.ReflectionUtils;

/**
 * Reads a field of one of the engine's commands. The commands have no getters, and what they carry must be seen before
 * they run; the tests of this package fail if a later engine names the fields otherwise.
 */
final class CommandField {

    private CommandField() {}

    static Object read(Object command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(
                    "The engine's " + command.getClass().getSimpleName() + " has no field " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, command);
    }
}
