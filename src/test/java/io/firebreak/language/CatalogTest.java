package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How sentences of ours are recognised and said in another language. */
class CatalogTest {

    @Test
    void shouldSayTextInOtherLanguage() {
        Catalog catalog = spanish(Map.of("Crisis lead", "Responsable de crisis"));

        assertThat(catalog.say("Crisis lead")).isEqualTo("Responsable de crisis");
    }

    @Test
    void shouldLeaveWhatItDoesNotKnow() {
        Catalog catalog = spanish(Map.of("%s holds the task.", "%s tiene la tarea."));

        assertThat(catalog.say("Somebody wrote 100 % of this, and %s too."))
                .isEqualTo("Somebody wrote 100 % of this, and %s too.");
    }

    @Test
    void shouldRecogniseSentenceByItsFormat() {
        Catalog catalog = spanish(Map.of("%s holds the task \"%s\".", "%s tiene la tarea «%s»."));

        assertThat(catalog.say("ana holds the task \"Approve the statement\"."))
                .isEqualTo("ana tiene la tarea «Approve the statement».");
    }

    @Test
    void shouldPutValuesWhereOtherLanguageWantsThem() {
        Catalog catalog = spanish(Map.of("Reply %d on %s.", "En %2$s, respuesta %1$d."));

        assertThat(catalog.say("Reply 2 on shop-mastodon.")).isEqualTo("En shop-mastodon, respuesta 2.");
    }

    @Test
    void shouldTakeMoreTellingOfTwoSentencesThatFit() {
        Catalog catalog = spanish(Map.of(
                "%s approves %s alone.", "%s aprueba %s por su cuenta.",
                "%s approves %s alone: %s", "%s aprueba %s por su cuenta: %s"));

        assertThat(catalog.say("eva approves the statement alone: nobody answers."))
                .isEqualTo("eva aprueba the statement por su cuenta: nobody answers.");
    }

    @Test
    void shouldSayPhrasesOfOursWithinSentence() {
        Catalog catalog = spanish(Map.of(
                "%s: the approval of %s no longer counts.", "%s: la aprobación de %s ya no cuenta.",
                "Version %d of %s", "La versión %d de %s",
                "the statement", "el comunicado"));

        assertThat(catalog.say("ana: the approval of Version 3 of the statement no longer counts."))
                .isEqualTo("ana: la aprobación de La versión 3 de el comunicado ya no cuenta.");
    }

    @Test
    void shouldSayEachOfSeveralSentences() {
        Catalog catalog = spanish(Map.of(
                "%s is missing; please fill it in.", "Falta %s; complétalo.",
                "The title", "el título"));

        assertThat(catalog.say("The title is missing; please fill it in. Something else."))
                .isEqualTo("Falta el título; complétalo. Something else.");
    }

    @Test
    void shouldNotTakeOneSentenceForValueOfNext() {
        Catalog catalog = spanish(Map.of(
                "%s is not published.", "%s no se publica.",
                "%s agrees to %s.", "%s acepta %s."));

        assertThat(catalog.say("ana agrees to it. Version 3 is not published."))
                .isEqualTo("ana acepta it. Version 3 no se publica.");
    }

    @Test
    void shouldFindNumberInDigitsOnly() {
        Catalog catalog = spanish(Map.of("Reply %d", "Respuesta %d", "%,d mentions", "%d menciones"));

        assertThat(catalog.say("Reply to a comment")).isEqualTo("Reply to a comment");
        assertThat(catalog.say("12,500 mentions")).isEqualTo("12,500 menciones");
    }

    @Test
    void shouldRefuseTranslationThatLosesValue() {
        assertThatThrownBy(() -> spanish(Map.of("%s holds %s.", "%s tiene.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%s holds %s.");
    }

    @Test
    void shouldKnowPercentSign() {
        Catalog catalog = spanish(Map.of("%d %% of them negative.", "un %d %% negativas."));

        assertThat(catalog.say("12 % of them negative.")).isEqualTo("un 12 % negativas.");
    }

    @Test
    void shouldSayRowOfNamesAndPhrasesOfOurs() {
        Catalog catalog = spanish(Map.of(
                "This text waits for %s; please wait.", "Este texto espera a: %s; espera.",
                "Crisis lead", "Responsable de crisis",
                "Management", "Dirección",
                ", then ", ", después "));

        assertThat(catalog.say("This text waits for Crisis lead, ana or ben and Legal, then Management; please wait."))
                .isEqualTo("Este texto espera a: Responsable de crisis, ana o ben y Legal, después Dirección; espera.");
        assertThat(catalog.say("This text waits for ana and ines; please wait."))
                .isEqualTo("Este texto espera a: ana e ines; espera.");
    }

    @Test
    void shouldSayRowWithoutWordsBetween() {
        Catalog catalog = spanish(Map.of(
                "They came: %s.", "Han llegado: %s.",
                "%,d by %s", "%d por %s",
                "a thread", "un hilo",
                "hand", "mano"));

        assertThat(catalog.say("They came: 3 by a thread, 1 by hand."))
                .isEqualTo("Han llegado: 3 por un hilo, 1 por mano.");
    }

    @Test
    void shouldLeaveWordsOfPeopleThatLookLikeRow() {
        Catalog catalog = spanish(Map.of(
                "%s: %s", "%s dice: %s",
                "The case \"%s\" is open.", "El caso «%s» está abierto."));

        assertThat(catalog.say("The case \"Fish and chips\" is open."))
                .isEqualTo("El caso «Fish and chips» está abierto.");
        assertThat(catalog.say("ana: the fish was bad and nobody said so"))
                .isEqualTo("ana dice: the fish was bad and nobody said so");
    }

    private static Catalog spanish(Map<String, String> translations) {
        return new Catalog(StaffLanguage.SPANISH, translations);
    }
}
