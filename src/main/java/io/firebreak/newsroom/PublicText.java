package io.firebreak.newsroom;

/** What a text must be to stand on a page and in both feeds: XML knows fewer characters than Java. */
final class PublicText {

    private PublicText() {}

    /** The text with {@code \n} as its only line end, or a refusal that says what to change. */
    static String require(String name, String text, int limit) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The " + name + " of a release is empty. Write it first.");
        }
        String normalised = text.replace("\r\n", "\n").replace('\r', '\n');
        if (normalised.length() > limit) {
            throw new IllegalArgumentException(
                    "The %s of a release has %d characters, but at most %d are shown. Shorten it."
                            .formatted(name, normalised.length(), limit));
        }
        normalised.codePoints().filter(c -> !isShowable(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(
                    "The %s of a release holds the character U+%04X, which can't be shown. Remove it."
                            .formatted(name, c));
        });
        return normalised;
    }

    static void requireOneLine(String name, String text) {
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("The " + name + " of a release must be one line.");
        }
    }

    /** The characters of XML 1.0, without the C1 controls that only a broken encoding leaves behind. */
    static boolean isShowable(int c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t';
        }
        boolean control = c >= 0x7F && c <= 0x9F;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = c == 0xFFFE || c == 0xFFFF;
        return !control && !surrogate && !noncharacter;
    }
}
