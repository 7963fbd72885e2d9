package io.firebreak.statement.template;

import io.firebreak.crisis.Category;
import io.firebreak.statement.Posture;
import java.util.Map;
import java.util.Set;

/**
 * A text with blanks, in one language.
 *
 * @param name of its file
 * @param language a BCP 47 tag
 * @param body of a statement; of a posture of holding what {@code known}, {@code checked} and the next word give together
 * @param known what is known, for a holding statement; null for any other posture, as is {@code checked}
 * @param hints what belongs into each blank, by the words between its brackets, in the order of the text
 */
public record StatementTemplate(
        String name,
        Set<Category> categories,
        Posture posture,
        String language,
        String title,
        String body,
        String known,
        String checked,
        Map<String, String> hints) {}
