package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.wording.TextParts.Part;
import io.firebreak.wording.TextParts.State;
import io.firebreak.wording.Wording.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which of the five parts a text holds, and which it should. */
class TextPartsTest {

    private static final HouseRules RULES = new HouseRules("");
    private static final String HAPPENED = "part.what-happened";
    private static final String RESPONSIBILITY = "part.responsibility";
    private static final String APOLOGY = "part.apology";
    private static final String MEASURES = "part.measures";
    private static final String CONTACT = "part.contact";
    private static final String WHOLE =
            """
            On Monday we sold bread at two wrong prices in twelve shops. That was our mistake.

            We are sorry.

            Since Tuesday the prices are right. Until 30 June every shop gives the difference back.

            Call us: 0800 555 0101.""";

    @Test
    void shouldTickAllFiveInATextThatHoldsThem() {
        TextParts parts = parts(text(Purpose.STATEMENT, "REBUILD", "en", WHOLE, true, 1));

        assertThat(parts.parts())
                .extracting(Part::rule)
                .containsExactly(HAPPENED, RESPONSIBILITY, APOLOGY, MEASURES, CONTACT);
        assertThat(states(parts).values()).containsOnly(State.SAID);
        assertThat(parts.posture()).isEqualTo("REBUILD");
        assertThat(parts.apologies()).isEqualTo(1);
        assertThat(parts.mostApologies()).isEqualTo(2);
    }

    @Test
    void shouldShowWhereAPartIsSaid() {
        // when
        TextParts parts = parts(text(Purpose.STATEMENT, "REBUILD", "en", WHOLE, true, 0));

        // then
        Part contact = part(parts, CONTACT);
        assertThat(WHOLE.substring(contact.place().from(), contact.place().to()))
                .isEqualTo("0800 555 0101");
    }

    @Test
    void shouldSayWhatWouldDoForWhatIsMissing() {
        // when
        TextParts parts = parts(text(Purpose.STATEMENT, "REBUILD", "en", WHOLE.replace("We are sorry.", ""), false, 0));

        // then
        Part apology = part(parts, APOLOGY);
        assertThat(apology.state()).isEqualTo(State.MISSING);
        assertThat(apology.place()).isNull();
        assertThat(apology.why()).isEqualTo("The text does not apologise.");
        assertThat(apology.remedy()).startsWith("Apologise once");
        assertThat(apology.source()).contains("SCCT");
        assertThat(states(parts)).containsEntry(CONTACT, State.SAID);
    }

    @Test
    void shouldTellMeasuresWithoutADateFromNone() {
        String undated = "We sold bread at wrong prices. That was our mistake, and we are sorry. We have changed the"
                + " prices and pay the difference back. Write to us: hello@bakery.example.";

        assertThat(states(parts(text(Purpose.STATEMENT, "REBUILD", "en", undated, true, 0))))
                .containsEntry(MEASURES, State.UNDATED);
        assertThat(states(parts(text(Purpose.STATEMENT, "REBUILD", "en", "We are sorry.", true, 0))))
                .containsEntry(MEASURES, State.MISSING);
    }

    @Test
    void shouldNotWantAnApologyThatThePostureDoesNotAskFor() {
        assertThat(states(parts(text(Purpose.STATEMENT, "DENY", "en", "The bread was never sold.", false, 0))))
                .containsEntry(APOLOGY, State.NOT_ASKED)
                .containsEntry(RESPONSIBILITY, State.NOT_ASKED)
                .containsEntry(CONTACT, State.MISSING);
        assertThat(states(parts(text(Purpose.STATEMENT, "DENY", "en", WHOLE, true, 0))))
                .containsEntry(APOLOGY, State.NOT_ASKED_BUT_SAID);
    }

    @Test
    void shouldAskForNoThirdApology() {
        assertThat(states(parts(text(Purpose.STATEMENT, "REBUILD", "en", "We sold bread.", false, 2))))
                .containsEntry(APOLOGY, State.SPENT);
    }

    @Test
    void shouldAskAHoldingStatementForWhatIsCheckedAndForTheNextWord() {
        String known = "Some glasses broke on Monday.";

        assertThat(states(parts(text(Purpose.HOLDING, "HOLD", "en", known, false, 0))))
                .containsEntry(MEASURES, State.MISSING)
                .containsEntry(APOLOGY, State.NOT_ASKED)
                .containsEntry(CONTACT, State.NOT_ASKED);
        assertThat(states(parts(
                        text(Purpose.HOLDING, "HOLD", "en", known + " We are checking which batch it was.", false, 0))))
                .containsEntry(MEASURES, State.UNDATED);
    }

    @Test
    void shouldTickNothingInALanguageWithoutRules() {
        assertThat(states(parts(text(Purpose.STATEMENT, "REBUILD", "cy", "Mae'n ddrwg gennym.", true, 0)))
                        .values())
                .containsOnly(State.UNKNOWN);
    }

    @Test
    void shouldListNoPartsWhereNoneAreAsked() {
        assertThat(parts(text(Purpose.REPLY, null, "en", "Hello.", false, 0)).parts())
                .isEmpty();
    }

    /** The list and the findings are two views of one thing; nobody would believe either if they differed. */
    @Test
    void shouldLackExactlyWhatTheFindingsLack() {
        List<String> sentences = WHOLE.lines().filter(line -> !line.isBlank()).toList();
        for (String posture : List.of("REBUILD", "DIMINISH", "DENY", "INFORM", "HOLD")) {
            for (int chosen = 0; chosen < 1 << sentences.size(); chosen++) {
                Wording wording = text(Purpose.STATEMENT, posture, "en", chosen(sentences, chosen), true, 0);
                Set<String> lacking = parts(wording).parts().stream()
                        .filter(part -> part.why() != null)
                        .map(Part::why)
                        .collect(Collectors.toSet());
                assertThat(lacking)
                        .as("%s: %s", posture, wording.body())
                        .isEqualTo(RULES.check(wording).stream()
                                .filter(finding -> finding.place() == null)
                                .filter(finding -> finding.rule().startsWith("part.")
                                        || finding.rule().equals("measure.undated"))
                                // what lacks a measure lacks its date with it
                                .filter(finding -> !finding.rule().equals("measure.undated")
                                        || state(parts(wording), MEASURES) != State.MISSING)
                                .map(Finding::why)
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static TextParts parts(Wording wording) {
        return RULES.judge(wording).parts();
    }

    private static String chosen(List<String> sentences, int chosen) {
        List<String> body = new ArrayList<>(List.of("Today."));
        for (int at = 0; at < sentences.size(); at++) {
            if ((chosen & 1 << at) != 0) {
                body.add(sentences.get(at));
            }
        }
        return String.join("\n\n", body);
    }

    private static State state(TextParts parts, String rule) {
        return part(parts, rule).state();
    }

    private static Part part(TextParts parts, String rule) {
        return parts.parts().stream()
                .filter(part -> part.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, State> states(TextParts parts) {
        return parts.parts().stream().collect(Collectors.toMap(Part::rule, Part::state));
    }

    private static Wording text(
            Purpose purpose, String posture, String language, String body, boolean apology, int apologiesBefore) {
        return new Wording(
                purpose, posture, language, "Bread", body, apology, apologiesBefore, List.of(), Set.of(), Set.of());
    }
}
