package io.firebreak.publishing.channel;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a reader of HTML reads, for comparing it with what was approved. */
public final class PlainText {

    private PlainText() {}

    /** The words of a piece of HTML, with a blank line between paragraphs. */
    public static String of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element paragraph : document.select("p, div, figure, li, blockquote, h1, h2, h3, h4, h5, h6")) {
            paragraph.appendText("\n\n");
        }
        return document.body()
                .wholeText()
                .replace("\r", "")
                .replaceAll("[\\h]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** Whether two texts have the same words; how they are spaced differs from server to server. */
    public static boolean isSame(String one, String other) {
        return spaced(one).equals(spaced(other));
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\\h\\v]+", " ").strip();
    }
}
