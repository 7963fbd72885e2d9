package io.firebreak.rule;

import java.util.Optional;

/**
 * What a text from outside must be like to be taken in: present or not, no longer than a limit, free of characters
 * that no person writes. Accents, emoji and right-to-left marks are text like any other.
 *
 * @param field the name under which the text is handed in
 * @param label how a person calls it, as the beginning of a sentence
 * @param required whether blank is refused
 * @param maximumLength in characters as people count them roughly: Unicode code points
 * @param multiline whether line breaks and tabs are allowed
 */
public record TextRule(String field, String label, boolean required, int maximumLength, boolean multiline) {

    /** A required text on one line. */
    public static TextRule line(String field, String label, int maximumLength) {
        return new TextRule(field, label, true, maximumLength, false);
    }

    /** A required text of any number of lines. */
    public static TextRule text(String field, String label, int maximumLength) {
        return new TextRule(field, label, true, maximumLength, true);
    }

    /** The same rule for a text that may be left out. */
    public TextRule optional() {
        return new TextRule(field, label, false, maximumLength, multiline);
    }

    /**
     * The text as it is kept: line ends as {@code \n}, no blanks around it, null for a blank one.
     */
    public String clean(String text) {
        if (text == null) {
            return null;
        }
        String cleaned = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return cleaned.isEmpty() ? null : cleaned;
    }

    /** What is wrong with a cleaned text, in a sentence. */
    public Optional<Refusal.Problem> problemOf(String text) {
        return Optional.ofNullable(sentenceFor(text)).map(sentence -> new Refusal.Problem(field, sentence));
    }

    /**
     * Cleans and checks in one go.
     *
     * @throws Refusal when the text is not acceptable
     */
    public String require(String text) {
        String cleaned = clean(text);
        problemOf(cleaned).ifPresent(problem -> {
            throw Refusal.invalid(problem.field(), problem.message());
        });
        return cleaned;
    }

    private String sentenceFor(String text) {
        if (text == null) {
            return required ? label + " is missing; please fill it in." : null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > maximumLength) {
            return "%s is too long: %,d characters, at most %,d are taken; please shorten it."
                    .formatted(label, length, maximumLength);
        }
        return forbiddenCharacterIn(text);
    }

    private String forbiddenCharacterIn(String text) {
        int position = 0;
        for (int index = 0; index < text.length(); position++) {
            int character = text.codePointAt(index);
            if (isForbidden(character)) {
                return "%s holds a character that is no text (%s at position %d); please remove it."
                        .formatted(label, String.format("U+%04X", character), position + 1);
            }
            index += Character.charCount(character);
        }
        return null;
    }

    private boolean isForbidden(int character) {
        if (multiline && (character == '\n' || character == '\t')) {
            return false;
        }
        boolean control = Character.getType(character) == Character.CONTROL;
        boolean unpairedSurrogate = Character.getType(character) == Character.SURROGATE;
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        boolean lineBreak = !multiline && (character == 0x2028 || character == 0x2029);
        return control || unpairedSurrogate || noCharacter || lineBreak;
    }
}
