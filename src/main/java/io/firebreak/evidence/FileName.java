package io.firebreak.evidence;

import java.text.Normalizer;

/** The name of a file as it is kept: one line, no path, nothing that hides what it is. */
final class FileName {

    private static final int MAXIMUM_LENGTH = 120;

    private FileName() {}

    /**
     * @param name as it came; null for none
     */
    static String of(String name, FileKind kind) {
        String last = name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).replaceFirst("(?s).*[/\\\\]", "");
        String shown = last.codePoints()
                .filter(FileName::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                // what other systems read as a path, a wildcard or a hidden file
                .replaceAll("[:*?\"<>|]", "_")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceFirst("^[. ]+", "")
                .strip();
        return kind.withEnding(shortened(shown.isEmpty() ? "file" : shown));
    }

    /** Neither control characters nor those that turn the direction of others, nor halves of characters. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The end stays: it says what the file is. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= MAXIMUM_LENGTH) {
            return name;
        }
        int ending = name.lastIndexOf('.');
        String end = ending > 0 && name.length() - ending <= 6 ? name.substring(ending) : "";
        return name.substring(0, name.offsetByCodePoints(0, MAXIMUM_LENGTH - end.length())) + end;
    }
}
