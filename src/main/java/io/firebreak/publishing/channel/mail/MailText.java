package io.firebreak.publishing.channel.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.HtmlText;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Part;
import java.util.stream.IntStream;

/** The form of a text as a mail: a subject, and the same words as plain text and as HTML. */
class MailText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HtmlText HTML = HtmlText.plain();

    private final ChannelWords words;

    MailText(ChannelWords words) {
        this.words = words;
    }

    /**
     * @param subject on one line
     * @param html paragraphs, without the frame of a page
     */
    record Payload(String subject, String text, String html) {}

    Part part(Message message) {
        String subject = oneLine(message.isCorrection() ? words.correctedTitle(message) : message.title());
        String text = MessageText.below("", message, words);
        Payload payload = new Payload(subject, text, HTML.paragraphs(text));
        return new Part(
                MessageText.below(subject, message, words),
                json(payload),
                IntStream.range(0, message.pictures().size()).boxed().toList());
    }

    static Payload payload(Part part) {
        try {
            return JSON.readValue(part.payload(), Payload.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This part was not made for mail", broken);
        }
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    private static String json(Payload payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Words can always be written", impossible);
        }
    }
}
