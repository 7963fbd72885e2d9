package io.firebreak.wording;

import io.firebreak.wording.Phrase.Gap;
import io.firebreak.wording.Phrase.NoneOf;
import io.firebreak.wording.Phrase.OfKind;
import io.firebreak.wording.Phrase.OneOf;
import io.firebreak.wording.Phrase.Sequence;
import io.firebreak.wording.Phrase.ShortGap;
import io.firebreak.wording.Phrase.Word;
import io.firebreak.yaml.Suggestion;
import io.firebreak.yaml.WrongValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads phrases as people write them: {@code (one|or the other)}, {@code [may be left out]}, {@code stem*},
 * {@code ...} for up to five words in between, {@code ...8} for up to eight, {@code ..} and {@code ..8} for the same
 * without a pause, {@code <name>} for a group of phrases, {@code <not name>} for a word that is none of it.
 */
final class PhraseParser {

    private static final int USUAL_GAP = 5;
    private static final int LARGEST_GAP = 20;
    private static final int DEEPEST = 10;
    private static final Map<String, Token.Kind> KINDS = Map.of(
            "number", Token.Kind.NUMBER,
            "phone", Token.Kind.PHONE,
            "mail", Token.Kind.MAIL,
            "link", Token.Kind.LINK,
            "handle", Token.Kind.HANDLE);

    private static final Map<String, Phrase> PLACES =
            Map.of("pause", new Phrase.Pause(), "question", new Phrase.Question());
    private static final String NOT = "not ";

    private final String text;
    private final Map<String, Phrase> groups;
    private int at;
    private int depth;

    private PhraseParser(String text, Map<String, Phrase> groups) {
        this.text = text;
        this.groups = groups;
    }

    /**
     * @param groups the phrases that {@code <name>} can stand for
     * @throws WrongValue that says what is wrong
     */
    static Phrase parse(String text, Map<String, Phrase> groups) {
        PhraseParser parser = new PhraseParser(text, groups);
        Phrase phrase = parser.choices();
        if (parser.at < text.length()) {
            throw new WrongValue(
                    "In %s, %s closes nothing.".formatted(WrongValue.shown(text), text.charAt(parser.at)),
                    "Remove it, or open it before.");
        }
        if (phrase.ends(List.of(), 0) != 0) {
            throw new WrongValue(
                    "%s would be found everywhere.".formatted(WrongValue.shown(text)),
                    "Write at least one word that may not be left out.");
        }
        return phrase;
    }

    private Phrase choices() {
        List<Phrase> choices = new ArrayList<>();
        choices.add(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.get(0) : new OneOf(List.copyOf(choices));
    }

    private Phrase sequence() {
        List<Phrase> parts = new ArrayList<>();
        while (at < text.length() && "|)]".indexOf(text.charAt(at)) < 0) {
            part(parts);
        }
        if (parts.isEmpty()) {
            throw new WrongValue(
                    "In %s there is an empty place.".formatted(WrongValue.shown(text)),
                    "Write words between brackets and |, or put what may be left out into [ ].");
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
    }

    private void part(List<Phrase> parts) {
        char letter = text.charAt(at);
        if (letter == '(') {
            parts.add(bracket(')'));
        } else if (letter == '[') {
            parts.add(new Phrase.Optional(bracket(']')));
        } else if (letter == '<') {
            parts.add(group());
        } else if (text.startsWith("...", at)) {
            parts.add(new Gap(gap("...")));
        } else if (text.startsWith("..", at)) {
            parts.add(new ShortGap(gap("..")));
        } else if (Tokens.isOfWord(text.codePointAt(at)) || letter == '*') {
            words(parts);
        } else if (letter == '>' || letter == '{' || letter == '}') {
            throw new WrongValue(
                    "In %s, %s means nothing.".formatted(WrongValue.shown(text), letter),
                    "Write words, ( | ), [ ], <name>, stem*, .. and ... only.");
        } else {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private Phrase bracket(char closing) {
        if (++depth > DEEPEST) {
            throw new WrongValue(
                    "The brackets of %s are nested too deeply.".formatted(WrongValue.shown(text)),
                    "Write several phrases.");
        }
        at++;
        Phrase inside = choices();
        if (at >= text.length() || text.charAt(at) != closing) {
            throw new WrongValue(
                    "A bracket of %s is not closed.".formatted(WrongValue.shown(text)),
                    "Close it with %s.".formatted(closing));
        }
        at++;
        depth--;
        return inside;
    }

    private Phrase group() {
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw new WrongValue("In %s, < is not closed.".formatted(WrongValue.shown(text)), "Close it with >.");
        }
        String name = text.substring(at + 1, end).strip();
        at = end + 1;
        if (PLACES.containsKey(name)) {
            return PLACES.get(name);
        }
        return name.startsWith(NOT)
                ? new NoneOf(group(name.substring(NOT.length()).strip()))
                : group(name);
    }

    private Phrase group(String name) {
        if (KINDS.containsKey(name)) {
            return new OfKind(KINDS.get(name));
        }
        Phrase group = groups.get(name);
        if (group == null) {
            List<String> known = new ArrayList<>(groups.keySet());
            known.addAll(KINDS.keySet());
            known.addAll(PLACES.keySet());
            throw new WrongValue(
                    "There is no group %s above.".formatted(WrongValue.shown(name)), Suggestion.of(name, known));
        }
        return group;
    }

    private int gap(String dots) {
        at += dots.length();
        int begin = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            return USUAL_GAP;
        }
        String digits = text.substring(begin, at);
        if (digits.length() > 2 || Integer.parseInt(digits) > LARGEST_GAP) {
            throw new WrongValue(
                    "The gap in %s is too long.".formatted(WrongValue.shown(text)),
                    "Write at most %s%d.".formatted(dots, LARGEST_GAP));
        }
        return Integer.parseInt(digits);
    }

    /** A run of letters may be several words, as an apostrophe divides them in every text. */
    private void words(List<Phrase> parts) {
        int begin = at;
        while (at < text.length() && (Tokens.isOfWord(text.codePointAt(at)) || text.charAt(at) == '*')) {
            at += Character.charCount(text.codePointAt(at));
        }
        String written = text.substring(begin, at);
        boolean ends = written.startsWith("*");
        boolean begins = written.endsWith("*");
        String letters = Tokens.normal(written.replace("*", "").toLowerCase(Locale.ROOT));
        if (letters.isEmpty()
                || written.substring(1, Math.max(1, written.length() - 1)).contains("*")) {
            throw new WrongValue(
                    "The star in %s stands alone or in the middle of a word.".formatted(WrongValue.shown(text)),
                    "Write it at the end or the beginning of letters: stem*, *ending.");
        }
        parts.add(new Word(letters, begins, ends));
    }
}
