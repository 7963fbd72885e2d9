package io.firebreak.publishing.channel;

import io.firebreak.rule.LinkFinder;
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
            "(?<link>" + LinkFinder.CANDIDATE + ")"
                    + "|(?<mention>" + BEFORE + "@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(@[\\p{L}\\p{N}.-]+)?)"
                    + "|(?<hashtag>" + BEFORE + "[#＃](?=[\\p{N}_]*\\p{L})[\\p{L}\\p{M}\\p{N}_]+)",
            Pattern.CASE_INSENSITIVE);

    private TextSpans() {}

    /** In their order; they never overlap. */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            Kind kind = kindOf(candidates);
            String found =
                    switch (kind) {
                        case LINK -> LinkFinder.withoutPunctuation(candidates.group());
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
}
