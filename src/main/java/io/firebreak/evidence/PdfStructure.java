package io.firebreak.evidence;

import java.nio.charset.StandardCharsets;

/**
 * A PDF document begins with its mark at the first byte and ends with another. What is in it is not looked at: it may
 * hold programs, which is why nobody is shown it inside of Firebreak.
 */
final class PdfStructure {

    /** Its end mark, with the line ends that programs put behind it. */
    private static final String END = "%%EOF";

    private static final int LAST_BYTES = 64;

    private PdfStructure() {}

    static boolean isWhole(byte[] bytes) {
        int from = Math.max(0, bytes.length - LAST_BYTES);
        String last = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        return new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("%PDF-")
                && withoutBlanksAtEnd(last).endsWith(END);
    }

    /** Also without the zero bytes that some programs fill a block with. */
    private static String withoutBlanksAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
