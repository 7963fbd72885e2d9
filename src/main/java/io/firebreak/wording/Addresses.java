package io.firebreak.wording;

import io.firebreak.wording.Token.Kind;
import java.util.Locale;

/** Tells addresses and handles from words. */
final class Addresses {

    /** What is longer is no address that a person wrote into a text. */
    private static final int LONGEST = 500;

    private Addresses() {}

    /** What stands between two places of a text, with no blank in between; null when it is none of these. */
    static Kind kindOf(String text, int from, int to) {
        if (to - from < 2 || to - from > LONGEST) {
            return null;
        }
        String chunk = text.substring(from, to);
        int at = chunk.indexOf('@');
        if (at == 0) {
            return isHandle(chunk) ? Kind.HANDLE : null;
        }
        if (at > 0 && isHost(chunk.substring(at + 1))) {
            return Kind.MAIL;
        }
        return isLink(chunk) ? Kind.LINK : null;
    }

    private static boolean isHandle(String chunk) {
        return chunk.substring(1)
                .codePoints()
                .allMatch(letter ->
                        Tokens.isOfWord(letter) || letter == '_' || letter == '.' || letter == '-' || letter == '@');
    }

    private static boolean isLink(String chunk) {
        String lower = chunk.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.")) {
            return true;
        }
        int path = chunk.indexOf('/');
        return isHost(path < 0 ? chunk : chunk.substring(0, path));
    }

    /** Names with points between them, in small letters, the last of two letters or more, as no sentence ends. */
    private static boolean isHost(String host) {
        String[] names = host.split("\\.", -1);
        if (names.length < 2) {
            return false;
        }
        for (String name : names) {
            if (name.length() < 2
                    || !name.codePoints()
                            .allMatch(letter -> letter == '-'
                                    || Character.isDigit(letter)
                                    || Character.isLetter(letter) && !Character.isUpperCase(letter))) {
                return false;
            }
        }
        return Character.isLetter(names[names.length - 1].charAt(0));
    }
}
