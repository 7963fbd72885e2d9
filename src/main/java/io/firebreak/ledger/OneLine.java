package io.firebreak.ledger;

/** Foreign text on its way into the log: one line, no way to imitate another entry or to steer a terminal. */
public final class OneLine {

    private static final int MAXIMUM_LENGTH = 500;

    private OneLine() {}

    public static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAXIMUM_LENGTH));
        text.codePoints().limit(MAXIMUM_LENGTH).forEach(character -> {
            if (isInvisible(character)) {
                line.append(String.format("\\u%04x", character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return text.codePointCount(0, text.length()) > MAXIMUM_LENGTH ? line + "…" : line.toString();
    }

    /** Control characters, line separators, and the marks that turn the direction of what follows. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT && character != 0x200D
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
