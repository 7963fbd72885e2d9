package io.firebreak.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firebreak.rule.Refusal;
import java.io.IOException;
import java.util.Map;

/** A file of translations: one JSON object with the English texts as its keys. */
public final class TranslationFile {

    /** The folder, below {@code processes/}, of the translations of diagrams and forms: {@code es.json} and so on. */
    public static final String FOLDER = "languages/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TranslationFile() {}

    /**
     * Translations by the English text.
     *
     * @throws Refusal that says what is wrong, for whoever wrote the file
     */
    public static Map<String, String> read(byte[] content) {
        try {
            Map<String, String> translations = JSON.readValue(content, new TypeReference<>() {});
            // what it would refuse later is refused now
            new Catalog(StaffLanguage.ENGLISH, translations);
            return translations;
        } catch (JsonProcessingException malformed) {
            throw Refusal.invalid(
                    "translations",
                    "It is no JSON object of texts by their English texts: %s."
                            .formatted(malformed.getOriginalMessage()));
        } catch (IOException | IllegalArgumentException | NullPointerException wrong) {
            throw Refusal.invalid("translations", "It can't be used: %s".formatted(wrong.getMessage()));
        }
    }
}
