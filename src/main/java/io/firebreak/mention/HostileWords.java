package io.firebreak.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The lists of hostile words, one for each language: those that come along, and the house's own, which add to them or
 * take words out. They are read at the start.
 */
@Component
class HostileWords {

    private static final List<String> COMES_ALONG = List.of("en", "es", "it", "pl");
    private static final String FOLDER = "hostile-words/";
    private static final String SUFFIX = ".txt";

    private final Map<String, WordList> lists = new HashMap<>();
    private final WordList all;

    HostileWords(@Value("${firebreak.mentions.hostile-words-directory:}") String ownFolder) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        COMES_ALONG.forEach(language -> lines.put(language, new ArrayList<>(comesAlong(language))));
        if (!ownFolder.isBlank()) {
            addOwn(Path.of(ownFolder), lines);
        }
        lines.forEach((language, words) -> lists.put(language, WordList.of(words)));
        all = WordList.union(lists.values());
    }

    /**
     * How many words of the text are hostile, each as often as it is there.
     *
     * @param language a BCP 47 tag; null for an unknown one, in which the words of all lists count
     */
    int count(String text, String language) {
        return listFor(language).map(list -> list.count(FoldedText.of(text))).orElse(0);
    }

    /** Whether hostile words can be told in this language; so they can in an unknown one. */
    boolean knows(String language) {
        return listFor(language).isPresent();
    }

    private Optional<WordList> listFor(String language) {
        if (language == null) {
            return Optional.of(all);
        }
        return Optional.ofNullable(lists.get(Locale.forLanguageTag(language).getLanguage()));
    }

    private static List<String> comesAlong(String language) {
        try (var file = new ClassPathResource(FOLDER + language + SUFFIX).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addOwn(Path folder, Map<String, List<String>> lines) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                lines.computeIfAbsent(name.substring(0, name.length() - SUFFIX.length()), language -> new ArrayList<>())
                        .addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(
                    "A list of hostile words in %s is not written in UTF-8; please save it as UTF-8.".formatted(folder),
                    e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The lists of hostile words in %s (firebreak.mentions.hostile-words-directory) can't be read."
                            .formatted(folder),
                    e);
        }
    }
}
