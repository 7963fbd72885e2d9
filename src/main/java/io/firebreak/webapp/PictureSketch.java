package io.firebreak.webapp;

import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.StatementPicture;
import io.firebreak.statement.StatementText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A picture as a form describes it while somebody writes: without its bytes, which are only handed in at the end.
 *
 * @param altText empty while nobody has said what it shows
 * @param size in bytes
 */
record PictureSketch(String name, String mediaType, String altText, int size) {

    private static final TextRule NAME = TextRule.line("pictures", "The picture's name", 200);
    private static final TextRule ALT_TEXT = TextRule.text(
                    "pictures", "The description of what the picture shows", PictureFile.MAXIMUM_ALT_TEXT)
            .optional();

    /**
     * @param list of objects with name, altText, type and, where it is new, size; null for none
     * @return files with as many bytes as the real ones, for the length alone
     * @throws Refusal when it is no such list, or holds more than is taken
     */
    static List<PictureFile> files(Object list) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> pictures) || pictures.size() > StatementText.MAXIMUM_PICTURES) {
            throw Refusal.invalid(
                    "pictures",
                    "There are more pictures than are taken (%d).".formatted(StatementText.MAXIMUM_PICTURES));
        }
        return pictures.stream().map(picture -> of(picture).file()).toList();
    }

    private static PictureSketch of(Object picture) {
        if (!(picture instanceof Map<?, ?> values)) {
            throw Refusal.invalid("pictures", "Each picture needs name, altText, type and size.");
        }
        return new PictureSketch(
                NAME.require(text(values, "name")),
                Objects.requireNonNullElse(text(values, "type"), ""),
                Objects.requireNonNullElse(ALT_TEXT.require(text(values, "altText")), ""),
                size(values.get("size")));
    }

    /** One that stays from an earlier version has passed with its size before. */
    private static int size(Object size) {
        if (size == null) {
            return 0;
        }
        if (size instanceof Integer bytes && bytes >= 0 && bytes <= PictureFile.MAXIMUM_BYTES) {
            return bytes;
        }
        throw Refusal.invalid(
                "pictures",
                "A picture may have at most %,d bytes; please make it smaller.".formatted(PictureFile.MAXIMUM_BYTES));
    }

    private static String text(Map<?, ?> values, String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    private PictureFile file() {
        return new PictureFile(new StatementPicture(name, mediaType, altText, 0, 0, ""), new byte[size]);
    }
}
