package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.HtmlText;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Part;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The form of a text on WordPress. */
class WordPressText {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * WordPress reads more than HTML in a text: shortcodes in brackets, smileys, addresses to embed; and it writes
     * quotes, dashes, dots and a multiplication sign in its own way. Written as a number, each of these signs stays
     * what it is, and what is public is what was approved.
     */
    private static final Pattern READ_AS_MORE =
            Pattern.compile("[&<>\"'`\\[\\]{}():;-]|\\.(?=\\.)|(?<=\\.)\\.|(?<=\\d)x(?=\\d)|8(?=O)");

    private static final HtmlText HTML = new HtmlText(WordPressText::escape);

    private final ChannelWords words;

    WordPressText(ChannelWords words) {
        this.words = words;
    }

    /**
     * @param title as HTML
     * @param text as HTML, without the pictures
     */
    record Payload(String title, String text) {}

    Part part(Message message) {
        Payload payload = new Payload(HTML.words(message.title()), html(message));
        return new Part(
                MessageText.below(message.title(), message, words),
                json(payload),
                IntStream.range(0, message.pictures().size()).boxed().toList());
    }

    Payload payload(Part part) {
        try {
            return JSON.readValue(part.payload(), Payload.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This part was not made for WordPress", broken);
        }
    }

    /** For a comment: links and line ends, no title of its own. */
    String inline(Part part) {
        return HTML.inline(part.text());
    }

    /** Words of which WordPress makes nothing else. */
    static String escape(String text) {
        return READ_AS_MORE.matcher(text).replaceAll(sign -> "&#%d;"
                .formatted((int) sign.group().charAt(0)));
    }

    private String html(Message message) {
        String body = HTML.paragraphs(message.body());
        return message.isCorrection()
                ? "<p dir=\"auto\"><strong>%s</strong></p>\n%s".formatted(HTML.inline(words.correction(message)), body)
                : body;
    }

    private static String json(Payload payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Words can always be written", impossible);
        }
    }
}
