package io.firebreak.newsroom;

import org.jdom2.Verifier;

/** Text for XML, which has no way to write some characters: each of them becomes the replacement character. */
final class XmlText {

    private XmlText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Verifier.isXMLCharacter(character) ? character : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
