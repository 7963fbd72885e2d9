package io.firebreak.wording;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.wording.Wording.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A text as programs hand it in to have it checked; see {@link Wording}. */
record TextToCheck(
        @Schema(description = "the case that the text is about, where it is about one", example = "CR-2026-0001")
                String caseReference,
        @Schema(description = "STATEMENT, HOLDING, TRANSLATION, REPLY or EXPLANATION") String purpose,
        @Schema(description = "HOLD, REBUILD, DIMINISH, DENY or INFORM; without it that of the case counts")
                String posture,
        @Schema(description = "a BCP 47 tag", example = "en") String language,
        @Schema(description = "at most 200 characters") String title,
        @Schema(description = "at most 20,000 characters") String body,
        @Schema(description = "whether its author says that it apologises in public") boolean apology,
        @Schema(description = "how often the case has apologised in public already, besides what Firebreak knows")
                int apologiesBefore,
        @Schema(description = "what was said before, at most 50 texts") List<String> earlierTexts,
        @Schema(description = "names of people who speak for the house, at most 500") List<String> mayBeNamed,
        @Schema(description = "names and handles of people who wrote to us, at most 500") List<String> mustNotBeNamed) {

    private static final int MOST_TEXTS = 50;
    private static final int MOST_NAMES = 500;
    private static final TextRule TITLE =
            TextRule.line("title", "The title", 200).optional();
    private static final TextRule BODY = TextRule.text("body", "The text", 20_000);
    private static final TextRule EARLIER = TextRule.text("earlierTexts", "An earlier text", 20_000);
    private static final TextRule POSTURE =
            TextRule.line("posture", "The posture", 40).optional();

    /**
     * @throws Refusal that names everything that is wrong with it
     */
    Wording wording() {
        Problems problems = new Problems();
        Purpose known = problems.collect(this::knownPurpose);
        String tag = problems.collect(() -> LanguageTag.require("language", language));
        String line = problems.collect(() -> TITLE.require(title));
        String text = problems.collect(() -> BODY.require(body));
        String strategy = problems.collect(() -> POSTURE.require(posture));
        List<String> earlier = problems.collect(() -> checked("earlierTexts", earlierTexts, MOST_TEXTS, EARLIER));
        List<String> may = problems.collect(() -> names("mayBeNamed", mayBeNamed));
        List<String> mustNot = problems.collect(() -> names("mustNotBeNamed", mustNotBeNamed));
        problems.refuseIfAny();
        return new Wording(
                known,
                strategy,
                tag,
                line,
                text,
                apology,
                Math.max(0, apologiesBefore),
                earlier,
                new HashSet<>(may),
                new HashSet<>(mustNot));
    }

    private Purpose knownPurpose() {
        return Arrays.stream(Purpose.values())
                .filter(value -> value.name().equals(purpose))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "purpose",
                        "What the text is for is missing or unknown; please give one of %s."
                                .formatted(Arrays.stream(Purpose.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static List<String> names(String field, List<String> names) {
        return checked(field, names, MOST_NAMES, TextRule.line(field, "A name", 200));
    }

    private static List<String> checked(String field, List<String> texts, int most, TextRule rule) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > most) {
            throw Refusal.invalid(field, "There are %d, at most %d are taken.".formatted(texts.size(), most));
        }
        return texts.stream().map(rule::require).toList();
    }
}
