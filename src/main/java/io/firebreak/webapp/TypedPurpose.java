package io.firebreak.webapp;

import io.firebreak.wording.Wording.Purpose;
import java.util.Arrays;
import java.util.Map;

/** What a text that somebody types is for, as its form says. */
final class TypedPurpose {

    private TypedPurpose() {}

    /** A statement, which asks most, where it is not said. */
    static Purpose of(Map<String, Object> typed) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(typed.get("purpose")))
                .findFirst()
                .orElse(Purpose.STATEMENT);
    }
}
