package io.firebreak.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are a text that people can read: UTF-8, without characters that no person writes. */
final class PlainBytes {

    private PlainBytes() {}

    /** Not what browsers run, whatever the text in it is. */
    static boolean mayBe(String mediaType) {
        return !mediaType.equals("text/html") && !mediaType.endsWith("xml");
    }

    static boolean isText(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.codePoints().allMatch(PlainBytes::isWritten);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean isWritten(int character) {
        boolean blank = character == '\n' || character == '\r' || character == '\t';
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
        return blank || !Character.isISOControl(character) && !noCharacter;
    }
}
