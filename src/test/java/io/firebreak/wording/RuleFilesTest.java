package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.Wording.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house's own rules: what they add and change, and how each mistake in them is named. */
class RuleFilesTest {

    @TempDir
    private Path folder;

    @Test
    void shouldAddARuleOfTheHouse() throws IOException {
        // given
        write(
                "rules.yaml",
                """
                rules:
                  brand.slang:
                    level: WARNING
                    why: "We don't call customers fans."
                    source: "Brand book, page 4"
                    remedy: "Say customers."
                """);
        write("en.yaml", "language: en\nrules:\n  brand.slang:\n    find: [\"our (fan|fans)\"]\n");

        // when
        Finding finding = check("en", "We thank our fans.").get(0);

        // then
        assertThat(finding.rule()).isEqualTo("brand.slang");
        assertThat(finding.found()).isEqualTo("our fans");
        assertThat(finding.source()).isEqualTo("Brand book, page 4");
    }

    @Test
    void shouldChangeARuleThatComesAlong() throws IOException {
        // given
        write("rules.yaml", "rules:\n  customer.blamed:\n    level: ERROR\n  promise.undated:\n    level: off\n");
        write("en.yaml", "language: en\nrules:\n  customer.blamed:\n    replace: true\n    find: [\"silly people\"]\n");

        // when
        List<Finding> findings = check("en", "Silly people. You did not read it. We answer soon.");

        // then
        assertThat(findings).extracting(Finding::found).containsExactly("Silly people");
        assertThat(findings.get(0).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void shouldKeepTheWordsThatComeAlongBesideThoseOfTheHouse() throws IOException {
        // given
        write(
                "en.yaml",
                "language: en\ngroups:\n  date: [\"after the harvest\"]\nrules:\n  promise.undated:\n    find: [\"some fine day\"]\n");

        // when, then
        assertThat(check("en", "We answer some fine day."))
                .extracting(Finding::found)
                .contains("some fine day");
        assertThat(check("en", "We answer as soon as possible."))
                .extracting(Finding::rule)
                .contains("promise.undated");
        assertThat(check("en", "We answer as soon as possible, after the harvest."))
                .isEmpty();
    }

    @Test
    void shouldLearnALanguage() throws IOException {
        // given
        write("de.yaml", "language: de\nrules:\n  promise.undated:\n    find: [\"so bald wie möglich\"]\n");

        // when
        List<Finding> findings = check("de", "Wir antworten so bald wie möglich.");

        // then
        assertThat(findings).extracting(Finding::rule).containsExactly("promise.undated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[\"red ..3 box\"]~A red and round box.~red and round box",
                "[\"red ..3 box\"]~It is red, and the box is blue.~",
                "[\"red ..3 box\"]~It is red - the box is blue.~",
                "[\"red ...3 box\"]~It is red, and the box is blue.~red, and the box",
                "[\"<pause> red <pause>\"]~The box: red, as ever.~red",
                "[\"<pause> red <pause>\"]~The box is red.~",
                "[\"red ...3 <question>\"]~Is the red box here? It is not.~red box here",
                "[\"red ...3 <question>\"]~The red box is here.~",
                "[\"red <not things>\"]~A red box, a red barn.~red barn",
                "[\"red <not things>\"]~A red box costs 3 euros, the red 4.~",
                "[{find: \"red\", with: [\"blue\", \"green\"]}]~Red and green. Red and white.~Red",
                "[{find: \"red\", with: [\"blue\", \"green\"]}]~Red. It is white.~",
                "[{find: \"red\", unless in text: [\"green\"]}]~It is red. The other one is green.~",
                "[{find: \"red\", unless in text: [\"green\"]}]~It is red. The other one is white.~red"
            })
    void shouldFindByTheNotation(String find, String body, String found) throws IOException {
        // given
        write(
                "en.yaml",
                "language: en\ngroups:\n  things: [\"(box|boxes)\"]\nrules:\n  shouting:\n    find: " + find + "\n");

        // when
        List<String> places = check("en", body).stream().map(Finding::found).toList();

        // then
        assertThat(places).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void shouldHoldWhatTheRuleAsksForBesideEachOfItsWords() throws IOException {
        // given
        write(
                "en.yaml",
                "language: en\nrules:\n  shouting:\n    find: [\"red\", {find: \"white\", with: [\"small\"]}]\n"
                        + "    with: [\"box\"]\n    unless in text: [\"yesterday\"]\n");

        // when, then
        assertThat(check("en", "A red box. A red hat. A white box. A small white hat."))
                .extracting(Finding::found)
                .containsExactly("red", "white");
        assertThat(check("en", "A red box. It came yesterday.")).isEmpty();
    }

    @Test
    void shouldLetTheHouseSayWhatIsNoBlank() throws IOException {
        // given
        write("rules.yaml", "rules:\n  blank.unfilled:\n    except: ['\\[laughs\\]']\n");

        // when, then
        assertThat(check("en", "She said: yes [laughs] and left.")).isEmpty();
        assertThat(check("en", "She said: [laughs loudly] and left."))
                .extracting(Finding::rule)
                .containsExactly("blank.unfilled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "find: [\"(one two\"]~A bracket of \"(one two\" is not closed.~Close it with )",
                "find: [\"one)\"]~closes nothing~Remove it",
                "find: [\"(one||two)\"]~there is an empty place~put what may be left out into [ ]",
                "find: [\"[one]\"]~would be found everywhere~at least one word",
                "find: [\"<dates> ...3\"]~There is no group \"dates\" above.~Did you mean date?",
                "find: [\"one ...99 two\"]~The gap in \"one ...99 two\" is too long.~at most ...20",
                "find: [\"one ..99 two\"]~The gap in \"one ..99 two\" is too long.~at most ..20",
                "find: [\"one <not dates>\"]~There is no group \"dates\" above.~Did you mean date?",
                "find: [\"<pause>\"]~would be found everywhere~at least one word",
                "find: [\"<pauze> one\"]~There is no group \"pauze\" above.~Did you mean pause?",
                "find: [\"o*e\"]~The star in \"o*e\" stands alone or in the middle~stem*, *ending",
                "find: one~There is a text where a list belongs.~square brackets",
                "finds: [\"one\"]~There is no key \"finds\" here.~Did you mean find?",
                "replace: perhaps~\"perhaps\" is neither true nor false.~Write true or false."
            })
    void shouldNameEachMistakeInTheWords(String line, String problem, String remedy) throws IOException {
        // given
        write("en.yaml", "language: en\nrules:\n  shouting:\n    " + line + "\n");

        // when, then
        assertThatThrownBy(() -> check("en", "Anything."))
                .hasMessageContaining("en.yaml, line 4, rules.shouting")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: {shouting: {level: LOUD}}|\"LOUD\" is not known here.|Known: ERROR, WARNING.",
                "rules: {brand.new: {level: ERROR}}|The key why is missing.|A new rule needs it.",
                "rules: {Brand: {level: ERROR}}|\"Brand\" can't be a rule's name.|subject.matter",
                "rules: {text.copied: {similar: 700}}|\"700\" is no number from 1 to 100.|Write such a number.",
                "rules: {blank.unfilled: {expressions: ['[']}}|\"[\" is no regular expression|write words in the file",
                "demands: [{purpose: STATEMENT, parts: [part.nothing]}]|There is no rule \"part.nothing\".|Known:",
                "demands: [{purpose: SPEECH, parts: []}]|\"SPEECH\" is not known here.|Known: EXPLANATION, HOLDING"
            })
    void shouldNameEachMistakeInTheRules(String line, String problem, String remedy) throws IOException {
        // given
        write("rules.yaml", line + "\n");

        // when, then
        assertThatThrownBy(() -> check("en", "Anything."))
                .hasMessageContaining("rules.yaml, line 1")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void shouldNameALanguageAndARuleThatAreNone() throws IOException {
        // given
        write("xx.yaml", "language: klingon\n");
        write("es.yaml", "language: es\nrules:\n  shoutin:\n    find: [\"uno\"]\n");

        // when, then
        assertThatThrownBy(() -> check("en", "Anything."))
                .hasMessageContaining("There is no language \"klingon\".")
                .hasMessageContaining("es.yaml, line 3, rules.shoutin: There is no rule \"shoutin\" in any rules.yaml."
                        + " Did you mean shouting?");
    }

    @Test
    void shouldNameAFolderThatIsNotThere() {
        assertThatThrownBy(() -> new HouseRules(folder.resolve("nowhere").toString()))
                .hasMessageContaining("can't be read")
                .hasMessageContaining("firebreak.house-rules");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<Finding> check(String language, String body) {
        return new HouseRules(folder.toString())
                .check(new Wording(Purpose.REPLY, null, language, null, body, false, 0, List.of(), Set.of(), Set.of()));
    }
}
