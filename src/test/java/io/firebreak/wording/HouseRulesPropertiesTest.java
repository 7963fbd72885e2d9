package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.wording.Finding.Place;
import io.firebreak.wording.Wording.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is handed in: an answer comes, the same one each time, about places that are in the text, in a moment. */
class HouseRulesPropertiesTest {

    private static final HouseRules RULES = new HouseRules("");

    private static final int LONGEST = 20_000;

    /** What the slowest machine that builds this needs for the longest text, many times over. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Property(tries = 300)
    void shouldAnswerTheSameAboutPlacesInTheText(@ForAll("texts") Wording text) {
        // when
        List<Finding> findings = RULES.check(text);

        // then
        assertThat(RULES.check(text)).isEqualTo(findings);
        assertThat(findings).allSatisfy(finding -> {
            Place place = finding.place();
            if (place == null) {
                assertThat(finding.found()).isNull();
                return;
            }
            String written = place.field() == Finding.Field.TITLE ? text.title() : text.body();
            assertThat(place.from()).isBetween(0, place.to() - 1);
            assertThat(place.to()).isLessThanOrEqualTo(written.length());
            assertThat(finding.found()).isEqualTo(written.substring(place.from(), place.to()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if ",
                "sorry if ",
                "we ",
                "a",
                "!",
                "[",
                "{",
                "<",
                "_",
                "@",
                "(",
                "9 ",
                "9.",
                "\u0301",
                "\uD83D",
                "\"",
                "sorry anyone may have ",
                "only one of ",
                "si alguien ",
                "non ha ",
                "nie ",
                "XX",
                ". ",
                "A. B. ",
                "\n",
                "We are sorry that we, if any of you "
            })
    void shouldTakeAMomentForTheLongestText(String again) {
        String body = again.repeat(LONGEST / again.length());
        for (String language : List.of("en", "es", "it", "pl", "th")) {
            Assertions.assertTimeoutPreemptively(
                    LIMIT,
                    () -> RULES.check(new Wording(
                            Purpose.STATEMENT,
                            "REBUILD",
                            language,
                            "",
                            body,
                            true,
                            2,
                            List.of(body),
                            Set.of(),
                            Set.of(again))));
        }
    }

    @Provide
    Arbitrary<Wording> texts() {
        Arbitrary<String> words = Arbitraries.of(
                        "sorry",
                        "if",
                        "anyone",
                        "we",
                        "WE",
                        "NEVER",
                        "you",
                        "did",
                        "not",
                        "read",
                        "soon",
                        "[date]",
                        "XX",
                        "@ana",
                        "Marta",
                        "Ruiz",
                        "!!!",
                        ".",
                        "\n",
                        "“",
                        "”",
                        "perdón",
                        "si",
                        "alguien",
                        "przepraszamy",
                        "jeśli",
                        "ktoś",
                        "scusiamo",
                        "se",
                        "18:00",
                        "Monday",
                        "e\u0301",
                        "\uD83D\uDE21",
                        "\u200F",
                        "<b>")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join(" ", list));
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(200);
        Arbitrary<String> body = Arbitraries.oneOf(words, anything);
        return Combinators.combine(
                        Arbitraries.of(Purpose.class),
                        Arbitraries.of("HOLD", "REBUILD", "DIMINISH", "DENY", "INFORM"),
                        Arbitraries.of("en", "es", "it", "pl", "de", "ar", "pt-BR"),
                        body,
                        body,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as((purpose, posture, language, title, text, apology, before) -> new Wording(
                        purpose,
                        posture,
                        language,
                        title,
                        text,
                        apology,
                        before,
                        List.of(title),
                        Set.of(),
                        Set.of("ana")));
    }
}
