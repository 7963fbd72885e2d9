package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everything that staff sees is there in each of their languages, and nothing else. */
class TranslationsCompleteTest {

    private static final Path WORDS = Path.of("src/main/resources/plugin-webapp/firebreak/words");
    private static final Path SENTENCES = Path.of("src/main/resources/sentences");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private static final Pattern EXPRESSION = Pattern.compile("th:\\w+=\"[^\"]*\"|\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("(?<=\\|[^|]{0,200})\\$\\{[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\\|[^|]*\\|");

    /** Which forms a number has in a language besides the one that is the key itself. */
    private static final Map<String, List<String>> PLURALS = Map.of(
            "en", List.of("_one"),
            "es", List.of("_one"),
            "it", List.of("_one"),
            "pl", List.of("_one", "_few", "_many"));

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldSayInEachLanguageWhatFormsDiagramsAndTablesSay(String language) throws IOException {
        Set<String> english = new TreeSet<>(StaffTexts.ofForms());
        english.addAll(StaffTexts.ofDiagrams());
        english.addAll(StaffTexts.ofTables());

        assertThat(read(StaffTexts.PROCESSES.resolve("languages").resolve(language + ".json"))
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "pl"})
    void shouldSayInEachLanguageWhatScriptsSay(String language) throws IOException {
        Set<String> english = StaffTexts.ofScripts();
        Set<String> keys = language.equals("en") ? new TreeSet<>() : new TreeSet<>(english);
        english.stream().filter(text -> text.contains("{count}")).forEach(text -> PLURALS.get(language)
                .forEach(form -> keys.add(text + form)));

        assertThat(read(WORDS.resolve(language + ".json")).keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldSayInEachLanguageWhatRefusalsAndLedgerSay(String language) throws IOException {
        assertThat(read(SENTENCES.resolve(language + ".json")).keySet())
                .containsExactlyInAnyOrderElementsOf(StaffTexts.ofSentences());
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldKeepValuesOfScripts(String language) throws IOException {
        read(WORDS.resolve(language + ".json")).forEach((english, translation) -> {
            Set<String> places = placesIn(translation);
            if (english.matches(".*_(one|few|many)")) {
                // "one minute" needs no number
                places.add("{count}");
            }
            assertThat(places).as("%s: %s", language, english).isEqualTo(placesIn(english));
        });
    }

    @Test
    void shouldHoldNoTextOutsideOfWords() {
        Map<String, Set<String>> hardCoded = new TreeMap<>();
        Stream.concat(
                        StaffTexts.files(StaffTexts.SCRIPTS, ".js"),
                        StaffTexts.files(StaffTexts.PROCESSES.resolve("forms"), ".html"))
                .forEach(file ->
                        StaffTexts.forEach(file.getParent(), file.getFileName().toString(), content -> {
                            String script = file.toString().endsWith(".html") ? StaffTexts.scriptOf(content) : content;
                            Set<String> texts = ScriptTexts.in(script).hardCoded();
                            if (!texts.isEmpty()) {
                                hardCoded.put(file.getFileName().toString(), texts);
                            }
                        }));

        assertThat(hardCoded).isEmpty();
    }

    @Test
    void shouldHoldNoTextInExpressionsOfPages() {
        Set<String> texts = new TreeSet<>();
        StaffTexts.forEachPage(template -> EXPRESSION
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .flatMap(expression -> LITERAL.matcher(VALUE.matcher(expression).replaceAll(""))
                        .results())
                .map(MatchResult::group)
                .filter(literal -> literal.codePoints().anyMatch(Character::isLowerCase))
                .forEach(texts::add));

        assertThat(texts).isEmpty();
    }

    private static Set<String> placesIn(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Map<String, String> read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
    }
}
