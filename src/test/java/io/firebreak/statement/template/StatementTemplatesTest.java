package io.firebreak.statement.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.crisis.Category;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.Posture;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that come along, those of a house, and that none is ever sent as it is. */
class StatementTemplatesTest {

    private static final StatementTemplates COME_ALONG = new StatementTemplates("");

    private final TemplateRule rule = new TemplateRule(COME_ALONG);

    @TempDir
    private Path folder;

    static Stream<StatementTemplate> all() {
        return COME_ALONG.all().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "pl"})
    void shouldHaveOneForEveryPostureThatMakesSense(String language) {
        assertThat(postures(Category.OWN_SLIP, language)).containsExactly(Posture.REBUILD);
        assertThat(postures(Category.OWN_OFFENCE, language)).containsExactlyInAnyOrder(Posture.HOLD, Posture.REBUILD);
        assertThat(postures(Category.CUSTOMER_COMPLAINT, language)).containsExactly(Posture.REBUILD);
        for (Category category : List.of(Category.PRODUCT_QUALITY, Category.HOSTILE_DISPUTE, Category.SUDDEN_SPIKE)) {
            assertThat(postures(category, language)).containsExactlyInAnyOrder(Posture.values());
        }
        assertThat(postures(Category.COMPETITOR_OR_TROLL, language))
                .containsExactlyInAnyOrder(Posture.HOLD, Posture.DIMINISH, Posture.DENY, Posture.INFORM);
    }

    private static List<Posture> postures(Category category, String language) {
        return COME_ALONG.of(category).stream()
                .filter(template -> template.language().equals(language))
                .map(StatementTemplate::posture)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldRefuseATemplateAsItIs(StatementTemplate template) {
        assertThatThrownBy(() -> check(template, template.title(), template.body()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(Blanks.in(template.body()).get(0))
                .hasMessageContaining("please fill");
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldRefuseATemplateWithNothingInItsBlanks(StatementTemplate template) {
        String emptied = template.body().replaceAll("\\[[^]]*]", "…").replace("\n\n", "\n");

        assertThatThrownBy(() -> check(template, "A title", emptied))
                .hasMessageContaining("with nothing in its blanks");
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldTakeATemplateThatIsFilledIn(StatementTemplate template) {
        check(template, filled(template.title()), filled(template.body()));
    }

    @Test
    void shouldRefuseTheEmptiedPartsOfAHoldingStatement() {
        StatementTemplate hold = all().filter(template -> template.posture() == Posture.HOLD)
                .findFirst()
                .orElseThrow();
        StatementText text = new StatementText("en", "Title", "Any body", false, null);
        HoldingWords words = new HoldingWords("It broke.", hold.checked().replaceAll("\\[[^]]*]", ""), Instant.EPOCH);

        assertThatThrownBy(() -> rule.check(StatementKind.HOLDING, text, words))
                .hasMessageContaining("with nothing in its blanks");
    }

    @Test
    void shouldNameAllBlanksWhereverTheyAre() {
        StatementText text =
                new StatementText("pl", "[tytuł]", "See [1] and [what happened], [żółć].", false, "It was [when].");

        assertThatThrownBy(() -> rule.check(StatementKind.STATEMENT, text, null))
                .hasMessageContaining("[tytuł]")
                .hasMessageContaining("[when]")
                .hasMessageContaining("There are blanks left: [what happened], [żółć];")
                .hasMessageNotContainingAny("[1]");
    }

    @Test
    void shouldTakeBracketsWithoutWordsAndRoundOnes() {
        rule.check(
                StatementKind.TRANSLATION,
                new StatementText("en", "Title [2]", "See [1], (sic), [ ] and [\n]; a[] ] [", false, null),
                null);
    }

    @Test
    void shouldLetAHouseAddTemplatesAndPutOneInAnothersPlace() throws IOException {
        // given
        write("ours.yaml", file("CUSTOMER_COMPLAINT", "DENY", "Ours [x]"));
        write("rebuild-own-slip.yaml", file("OWN_SLIP", "REBUILD", "Instead [x]"));

        // when
        StatementTemplates templates = new StatementTemplates(folder.toString());

        // then
        assertThat(templates.of(Category.CUSTOMER_COMPLAINT))
                .extracting(StatementTemplate::name)
                .contains("ours", "rebuild-service");
        assertThat(templates.of(Category.OWN_SLIP)).singleElement().satisfies(template -> {
            assertThat(template.body()).isEqualTo("Instead [x]");
            assertThat(template.hints()).containsEntry("x", "a hint");
        });
    }

    @Test
    void shouldNameAllMistakesOfAllFilesAtTheStart() throws IOException {
        // given
        write(
                "one.yaml",
                "categories: [OWN_MISTAKE]\nposture: REBUILD\nlanguages:\n  en:\n    title: T\n    body: Nothing to fill in\n    blanks: {y: hint}\n    colour: red\n");
        write("two.yaml", "categories: [OWN_SLIP\n");
        write("three.yaml", file("OWN_SLIP", "SILENCE", "A [x]"));
        write("four.yaml", file("OWN_SLIP", "DENY", "A [x] and [z]"));

        // then
        assertThatThrownBy(() -> new StatementTemplates(folder.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one.yaml: categories knows no OWN_MISTAKE; please choose of [OWN_SLIP,")
                .hasMessageContaining("one.yaml: en has no blank in its body")
                .hasMessageContaining("one.yaml: en has a hint for [y], which stands nowhere")
                .hasMessageContaining("one.yaml: en has the unknown key colour")
                .hasMessageContaining("two.yaml: the file is no YAML")
                .hasMessageContaining("three.yaml: posture knows no SILENCE")
                .hasMessageContaining("four.yaml: en has the blank [z] without a hint");
    }

    @Test
    void shouldSayThatTheFolderCantBeRead() {
        assertThatThrownBy(
                        () -> new StatementTemplates(folder.resolve("nowhere").toString()))
                .hasMessageContaining("(firebreak.statement-templates-directory) can't be read");
    }

    private void check(StatementTemplate template, String title, String body) {
        rule.check(StatementKind.STATEMENT, new StatementText(template.language(), title, body, false, null), null);
    }

    private static String filled(String text) {
        return text.replaceAll("\\[[^]]*]", "something of our own");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String file(String category, String posture, String body) {
        return "categories: [%s]\nposture: %s\nlanguages:\n  en:\n    title: T\n    body: '%s'\n    blanks: {x: a hint}\n"
                .formatted(category, posture, body);
    }
}
