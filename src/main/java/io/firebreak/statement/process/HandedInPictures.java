package io.firebreak.statement.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.StatementVersion;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Pictures as a form hands them in, a JSON list: each with its bytes in base64, or, where it stays from an earlier
 * version, with the fingerprint alone.
 */
@Component
class HandedInPictures {

    record HandedIn(String name, String altText, String data, String sha256) {}

    private final ObjectMapper json;

    HandedInPictures(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param text the list; null for none
     * @param before the versions written so far
     * @param files gives the files of a version
     */
    List<PictureFile> read(
            String text, List<StatementVersion> before, Function<StatementVersion, List<PictureFile>> files) {
        return list(text).stream().map(picture -> file(picture, before, files)).toList();
    }

    private List<HandedIn> list(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return json.readValue(text, new TypeReference<List<HandedIn>>() {});
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalid(
                    "pictures",
                    "The pictures must be a JSON list of objects with name, altText, and data (base64) or sha256.");
        }
    }

    private static PictureFile file(
            HandedIn picture, List<StatementVersion> before, Function<StatementVersion, List<PictureFile>> files) {
        byte[] bytes = picture.data() == null ? kept(picture, before, files) : decoded(picture);
        return PictureFile.of(picture.name(), picture.altText(), bytes);
    }

    private static byte[] decoded(HandedIn picture) {
        try {
            return Base64.getDecoder().decode(picture.data());
        } catch (IllegalArgumentException noBase64) {
            throw Refusal.invalid(
                    "pictures", "The picture %s is not readable; please choose it again.".formatted(picture.name()));
        }
    }

    private static byte[] kept(
            HandedIn picture, List<StatementVersion> before, Function<StatementVersion, List<PictureFile>> files) {
        return before.stream()
                .flatMap(version -> files.apply(version).stream())
                .filter(file -> file.picture().sha256().equals(picture.sha256()))
                .map(PictureFile::bytes)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "pictures",
                        "The picture %s is in no earlier version; please choose it again.".formatted(picture.name())));
    }
}
