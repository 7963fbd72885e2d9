package io.firebreak.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Says in a language of staff what is written in English. Sentences of the ledger and of refusals are recognised by the
 * format they were made with, so that what was written years ago is translated as well.
 */
@Component
public class StaffWords {

    private final Map<StaffLanguage, Map<String, String>> sentences = new EnumMap<>(StaffLanguage.class);
    private volatile Map<StaffLanguage, Catalog> catalogs;

    StaffWords() {
        StaffLanguage.translated().forEach(language -> sentences.put(language, sentencesIn(language)));
        useForProcesses(Map.of());
    }

    /** From now on these are the translations of what stands in diagrams, tables and forms. */
    public void useForProcesses(Map<StaffLanguage, Map<String, String>> translations) {
        Map<StaffLanguage, Catalog> made = new EnumMap<>(StaffLanguage.class);
        sentences.forEach((language, own) -> {
            Map<String, String> all = new HashMap<>(own);
            all.putAll(translations.getOrDefault(language, Map.of()));
            made.put(language, new Catalog(language, all));
        });
        catalogs = made;
    }

    /**
     * A text of ours in another language; what has no translation stays as it is.
     *
     * @param english may be null
     */
    public String in(StaffLanguage language, String english) {
        return english == null || language == StaffLanguage.ENGLISH
                ? english
                : catalogs.get(language).say(english);
    }

    /** A text of ours in the language of whoever looks at the present answer; see {@link #in}. */
    public String forViewer(String english) {
        return in(ViewersLanguage.current(), english);
    }

    private static Map<String, String> sentencesIn(StaffLanguage language) {
        String file = "/sentences/%s.json".formatted(language.code());
        try (InputStream content = StaffWords.class.getResourceAsStream(file)) {
            return TranslationFile.read(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The translations can't be read from " + file, unreadable);
        }
    }
}
