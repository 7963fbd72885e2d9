package io.firebreak.statement;

import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a statement says. Only acceptable texts exist; see {@link #of}.
 *
 * @param language a BCP 47 tag
 * @param title on one line
 * @param body plain text; a blank line begins a paragraph
 * @param apology whether it apologises in public
 * @param correctionNote what this text puts right in the one published before; null for a first text
 * @param pictures in their order
 */
public record StatementText(
        String language,
        String title,
        String body,
        boolean apology,
        String correctionNote,
        List<StatementPicture> pictures) {

    public static final int MAXIMUM_PICTURES = 4;
    public static final int MAXIMUM_TITLE = 200;
    public static final int MAXIMUM_BODY = 20_000;
    public static final int MAXIMUM_CORRECTION_NOTE = 1_000;

    private static final TextRule TITLE = TextRule.line("title", "The title", MAXIMUM_TITLE);
    private static final TextRule BODY = TextRule.text("body", "The text", MAXIMUM_BODY);
    private static final TextRule CORRECTION_NOTE =
            TextRule.text("correctionNote", "What is corrected", MAXIMUM_CORRECTION_NOTE);

    public StatementText {
        pictures = List.copyOf(pictures);
    }

    /** A text without pictures. */
    public StatementText(String language, String title, String body, boolean apology, String correctionNote) {
        this(language, title, body, apology, correctionNote, List.of());
    }

    /**
     * The same text with pictures.
     *
     * @throws Refusal when there are too many
     */
    public StatementText with(List<StatementPicture> pictures) {
        if (pictures.size() > MAXIMUM_PICTURES) {
            throw Refusal.invalid(
                    "pictures",
                    "There are %d pictures, at most %d are taken; please leave some out."
                            .formatted(pictures.size(), MAXIMUM_PICTURES));
        }
        return new StatementText(language, title, body, apology, correctionNote, pictures);
    }

    /**
     * A checked text without pictures.
     *
     * @param correction whether it corrects a text that is public: then it must say what it corrects
     * @throws Refusal that names everything that is wrong with it
     */
    public static StatementText of(
            String language, String title, String body, boolean apology, String correctionNote, boolean correction) {
        return checked(language, title, body, apology, correctionNote, correction, rule -> rule);
    }

    /**
     * As much of a text as somebody has typed: what is missing is empty, all else as {@link #of} says. It is for looking
     * at, and for nothing else.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    public static StatementText begun(
            String language, String title, String body, boolean apology, String correctionNote, boolean correction) {
        StatementText text = checked(language, title, body, apology, correctionNote, correction, TextRule::optional);
        return new StatementText(
                text.language,
                Objects.requireNonNullElse(text.title, ""),
                Objects.requireNonNullElse(text.body, ""),
                apology,
                text.correctionNote);
    }

    private static StatementText checked(
            String language,
            String title,
            String body,
            boolean apology,
            String correctionNote,
            boolean correction,
            UnaryOperator<TextRule> strictness) {
        Problems problems = new Problems();
        StatementText text = new StatementText(
                problems.collect(() -> LanguageTag.require("language", language)),
                problems.collect(() -> strictness.apply(TITLE).require(title)),
                problems.collect(() -> strictness.apply(BODY).require(body)),
                apology,
                problems.collect(
                        () -> correction ? strictness.apply(CORRECTION_NOTE).require(correctionNote) : null));
        problems.refuseIfAny();
        return text;
    }

    /** SHA-256 over every part that becomes public. */
    String sha256() {
        List<String> parts = new ArrayList<>(List.of(
                language, title, body, Boolean.toString(apology), correctionNote == null ? "" : correctionNote));
        pictures.forEach(picture ->
                parts.addAll(List.of(picture.name(), picture.mediaType(), picture.altText(), picture.sha256())));
        return Fingerprint.of(parts);
    }
}
