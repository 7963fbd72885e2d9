package io.firebreak.crisis;

import java.util.Locale;

/** Constants as people read them in a sentence. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
