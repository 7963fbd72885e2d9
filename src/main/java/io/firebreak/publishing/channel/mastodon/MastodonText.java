package io.firebreak.publishing.channel.mastodon;

import io.firebreak.publishing.channel.TextSpans;
import io.firebreak.publishing.channel.TextSpans.Span;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** How Mastodon counts a text, and what is left of it when it comes back as HTML. */
final class MastodonText {

    /** A host that its links are shortened for; others are counted as they are, which is never too little. */
    private static final Pattern WELL_KNOWN_LINK =
            Pattern.compile("https?://[a-z0-9.-]+\\.[a-z]{2,}(:\\d+)?([/?#].*)?", Pattern.CASE_INSENSITIVE);

    /** The server leaves out of a mention where it leads to, and may read these signs as markup. */
    private static final Pattern HOST_OF_MENTION = Pattern.compile("(@[\\p{L}\\p{N}_.-]+)@[\\p{L}\\p{N}.-]+(:\\d+)?");

    private static final Pattern LOST_ON_THE_WAY = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}*_~`>]+");

    private MastodonText() {}

    /**
     * Counts code points: Mastodon itself counts visible characters, which are fewer, and other servers count code
     * points. Links and mentions count as its documentation says.
     *
     * @param charactersOfLink 0 to count links as they are
     */
    static int count(String text, int charactersOfLink) {
        int count = text.codePointCount(0, text.length());
        for (Span span : TextSpans.of(text)) {
            int length = span.text().codePointCount(0, span.text().length());
            if (span.kind() == TextSpans.Kind.LINK && charactersOfLink > 0) {
                count += WELL_KNOWN_LINK.matcher(span.text()).matches() ? charactersOfLink - length : 0;
            } else if (span.kind() == TextSpans.Kind.MENTION) {
                int host = span.text().indexOf('@', 1);
                count -= host < 0
                        ? 0
                        : span.text().codePointCount(host, span.text().length());
            }
        }
        return count;
    }

    /** Whether readers of this HTML read that text. */
    static boolean isSame(String html, String text) {
        return comparable(Jsoup.parseBodyFragment(html).wholeText()).equals(comparable(text));
    }

    /** The text of this HTML, for people. */
    static String readable(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element paragraph : document.select("p")) {
            paragraph.after("\n\n");
        }
        return document.wholeText().strip();
    }

    private static String comparable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String withoutHosts = HOST_OF_MENTION.matcher(composed).replaceAll("$1");
        return LOST_ON_THE_WAY.matcher(withoutHosts).replaceAll("");
    }
}
