package io.firebreak.wording;

import io.firebreak.yaml.Mistake;
import io.firebreak.yaml.Mistakes;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;

/** The files of house rules: those that come along, and behind them those of the house, which add to them. */
final class RuleFiles {

    private static final List<String> COME_ALONG = List.of("rules", "en", "es", "it", "pl");
    private static final String FOLDER = "house-rules/";
    private static final String SUFFIX = ".yaml";
    private static final String RULES = "rules" + SUFFIX;

    private final RuleSection rules = new RuleSection();
    private final Map<String, LanguageSection> languages = new LinkedHashMap<>();
    private final Map<String, Mistakes> files = new LinkedHashMap<>();

    /**
     * Reads all of them.
     *
     * @param folder of the house's own; null for none
     * @throws BrokenHouseRules that names every mistake
     */
    static RuleBook read(Path folder) {
        RuleFiles files = new RuleFiles();
        COME_ALONG.forEach(name -> files.read(name + SUFFIX, name + SUFFIX, comesAlong(name)));
        if (folder != null) {
            inFolder(folder).forEach(file -> files.read(file.toString(), nameOf(file), bytes(file)));
        }
        return files.book();
    }

    private static byte[] comesAlong(String name) {
        try (InputStream file = new ClassPathResource(FOLDER + name + SUFFIX).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> inFolder(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            // the rules first, whatever the languages are called: their words may be about new ones
            return StreamSupport.stream(files.spliterator(), false)
                    .sorted((one, other) -> nameOf(one).equals(RULES)
                            ? -1
                            : nameOf(other).equals(RULES) ? 1 : nameOf(one).compareTo(nameOf(other)))
                    .toList();
        } catch (IOException unreadable) {
            throw new BrokenHouseRules(List.of(
                    "The folder %s can't be read; please let firebreak.house-rules name a folder that is there, or leave it empty."
                            .formatted(folder)));
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static byte[] bytes(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(YamlText.MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new BrokenHouseRules(List.of("%s can't be read; please look at who may read it.".formatted(file)));
        }
    }

    private void read(String shown, String name, byte[] file) {
        Mistakes mistakes = new Mistakes();
        files.put(shown, mistakes);
        try {
            new YamlText(
                            "file",
                            "Begin with the key %s.".formatted(name.equals(RULES) ? "rules" : "language"),
                            mistakes)
                    .tree(file)
                    .ifPresent(tree -> read(name, Place.root(tree, mistakes)));
        } catch (Mistakes.Enough enough) {
            // what was found until there is named
        }
    }

    private void read(String name, Place root) {
        if (name.equals(RULES)) {
            rules.read(root.fields(FileShape.RULES));
        } else {
            LanguageSection.languageOf(root).ifPresent(language -> languages
                    .computeIfAbsent(language, LanguageSection::new)
                    .read(root.fields(FileShape.LANGUAGE)));
        }
    }

    private RuleBook book() {
        try {
            RuleBook book = rules.book(vocabularies());
            refuseMistakes();
            return book;
        } catch (Mistakes.Enough enough) {
            refuseMistakes();
            throw new IllegalStateException("Mistakes without a mistake", enough);
        }
    }

    private Map<String, Vocabulary> vocabularies() {
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        languages.forEach((language, section) -> all.put(language, section.vocabulary(rules.ids())));
        return all;
    }

    private void refuseMistakes() {
        List<String> sentences = new ArrayList<>();
        files.forEach((file, mistakes) -> mistakes.sorted().stream()
                .map(Mistake::sentence)
                .map(sentence ->
                        "%s, %s".formatted(file, Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)))
                .forEach(sentences::add));
        if (!sentences.isEmpty()) {
            throw new BrokenHouseRules(sentences);
        }
    }
}
