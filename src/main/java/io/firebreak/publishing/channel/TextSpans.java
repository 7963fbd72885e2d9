package io.firebreak.publishing.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what social networks read as one thing in a text: web addresses, mentions and hashtags. They are counted,
 * marked and kept together as such.
 */
public final class TextSpans {

    /** What a span is. */
    public enum Kind {
        LINK,
        MENTION,
        HASHTAG
    }

    /**
     * @param start index of its first char
     * @param end index after its last char
     */
    public record Span(Kind kind, int start, int end, String text) {}

    private static final String BEFORE = "(?<![\\p{L}\\p{N}\\p{M}_/@#&])";
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<link>(?<![\\p{L}\\p{N}])https?://[^\\s\\p{Z}\\p{C}<>\"'`{}|\\\\^]+)"
                    + "|(?<mention>" + BEFORE + "@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(@[\\p{L}\\p{N}.-]+)?)"
                    + "|(?<hashtag>" + BEFORE + "[#＃](?=[\\p{N}_]*\\p{L})[\\p{L}\\p{M}\\p{N}_]+)",
            Pattern.CASE_INSENSITIVE);
    private static final String CLOSING_PUNCTUATION = ".,;:!?…*_~»”’。،؟";

    private TextSpans() {}

    /** In their order; they never overlap. */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            Kind kind = kindOf(candidates);
            String found =
                    switch (kind) {
                        case LINK -> withoutPunctuation(candidates.group());
                        case MENTION -> candidates.group().replaceFirst("[.-]+$", "");
                        case HASHTAG -> candidates.group();
                    };
            spans.add(new Span(kind, candidates.start(), candidates.start() + found.length(), found));
        }
        return List.copyOf(spans);
    }

    private static Kind kindOf(Matcher candidate) {
        if (candidate.group("link") != null) {
            return Kind.LINK;
        }
        return candidate.group("mention") != null ? Kind.MENTION : Kind.HASHTAG;
    }

    /** The sentence's own punctuation, and a bracket that was opened before the address. */
    private static String withoutPunctuation(String candidate) {
        int end = candidate.length();
        while (end > 0 && isPunctuation(candidate, end)) {
            end--;
        }
        return candidate.substring(0, end);
    }

    private static boolean isPunctuation(String text, int end) {
        char last = text.charAt(end - 1);
        return CLOSING_PUNCTUATION.indexOf(last) >= 0
                || last == ')' && isUnopened(text, end, '(', ')')
                || last == ']' && isUnopened(text, end, '[', ']');
    }

    private static boolean isUnopened(String text, int end, char opening, char closing) {
        String seen = text.substring(0, end);
        return seen.chars().filter(letter -> letter == opening).count()
                < seen.chars().filter(letter -> letter == closing).count();
    }
}
