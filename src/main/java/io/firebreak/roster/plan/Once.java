package io.firebreak.roster.plan;

import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lists in which nothing stands twice. */
final class Once {

    private Once() {}

    /** The meanings of the texts in a list, each once; what stands there again is noted. */
    static List<String> each(Fields fields, String key, Function<String, String> meaning) {
        Set<String> seen = new LinkedHashSet<>();
        for (Place item : fields.items(key)) {
            item.read(meaning).ifPresent(value -> {
                if (!seen.add(value)) {
                    item.mistake("%s is here twice.".formatted(value), "Leave one of the two out.");
                }
            });
        }
        return List.copyOf(seen);
    }
}
