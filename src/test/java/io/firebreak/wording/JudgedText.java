package io.firebreak.wording;

import io.firebreak.wording.Wording.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A text of the corpus, with what an attentive reviewer finds in it.
 *
 * @param half seen or unseen, as the folder says
 * @param name of its file
 */
record JudgedText(String half, String name, Wording wording, List<Fault> faults) {

    /**
     * @param words at fault, as they stand in the text; null for a part that is missing
     */
    record Fault(String rule, String words) {}

    /** All below a folder with the form language/half/name.yaml, in the order of their names. */
    static List<JudgedText> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<JudgedText> texts = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(JudgedText::read)
                    .toList();
            if (texts.isEmpty()) {
                throw new IllegalStateException(
                        "There are no texts in %s; please name a folder with files like en/seen/01-bakery.yaml."
                                .formatted(folder.toAbsolutePath()));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JudgedText read(Path file) {
        try {
            Path half = file.toAbsolutePath().getParent();
            Map<?, ?> values =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new JudgedText(
                    half.getFileName().toString(),
                    file.getFileName().toString(),
                    wording(values, languageOf(half.getParent().getFileName().toString())),
                    faults(values));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "%s is no text of a corpus: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** A folder is called after its language in English, or by its code. */
    private static String languageOf(String folder) {
        return Stream.of(Locale.getISOLanguages())
                .filter(code -> code.equals(folder)
                        || Locale.forLanguageTag(code)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .equalsIgnoreCase(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no language " + folder));
    }

    private static Wording wording(Map<?, ?> values, String language) {
        return new Wording(
                Purpose.valueOf((String) values.get("purpose")),
                (String) values.get("posture"),
                language,
                (String) values.get("title"),
                (String) values.get("body"),
                Boolean.TRUE.equals(values.get("apology")),
                values.get("apologies-before") instanceof Number before ? before.intValue() : 0,
                texts(values, "earlier"),
                new HashSet<>(texts(values, "may-be-named")),
                new HashSet<>(texts(values, "must-not-be-named")));
    }

    private static List<String> texts(Map<?, ?> values, String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static List<Fault> faults(Map<?, ?> values) {
        return ((List<?>) values.get("findings"))
                .stream()
                        .map(Map.class::cast)
                        .map(fault -> new Fault((String) fault.get("rule"), (String) fault.get("words")))
                        .toList();
    }

    /** Where the words of a fault stand; null where it names none. */
    Finding.Place placeOf(Fault fault) {
        if (fault.words() == null) {
            return null;
        }
        int inBody = wording.body().indexOf(fault.words());
        if (inBody >= 0) {
            return new Finding.Place(
                    Finding.Field.BODY, inBody, inBody + fault.words().length());
        }
        int inTitle = wording.title() == null ? -1 : wording.title().indexOf(fault.words());
        if (inTitle < 0) {
            throw new IllegalStateException("%s: these words are not in the text: %s".formatted(name, fault.words()));
        }
        return new Finding.Place(
                Finding.Field.TITLE, inTitle, inTitle + fault.words().length());
    }
}
