package io.firebreak.publishing.channel;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The few words that a channel adds to a text, in the text's language where they exist in it, else in English. */
@Component
public class ChannelWords {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    ChannelWords() {
        words.setBasename("channels/words");
        words.setDefaultEncoding("UTF-8");
        // the words of a language must not depend on the machine
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
    }

    /** "Correction: what it puts right." */
    public String correction(Message message) {
        return word("correction", message.language(), message.correctionNote());
    }

    /** "Correction: the title", for channels whose corrections arrive apart from what they correct. */
    public String correctedTitle(Message message) {
        return word("correction", message.language(), message.title());
    }

    /** "You find it here:" */
    public String links(String language) {
        return word("links", language);
    }

    private String word(String key, String language, Object... values) {
        return words.getMessage(key, values, Locale.forLanguageTag(language));
    }
}
