package io.firebreak.rule;

import io.firebreak.rule.TextBody.Piece;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the web addresses in a line of text. Whatever else looks like an address stays text. */
public final class LinkFinder {

    /** Ends at blanks, at quotes and brackets that are no part of an address, and at marks that hide or turn text. */
    public static final String CANDIDATE = "(?<![\\p{L}\\p{N}])https?://[^\\s\\p{Z}\\p{C}<>\"'`{}|\\\\^]+";

    private static final Pattern LINK = Pattern.compile(CANDIDATE, Pattern.CASE_INSENSITIVE);

    private static final String CLOSING_PUNCTUATION = ".,;:!?…*_~»”’。،؟";

    private LinkFinder() {}

    static List<Piece> piecesOf(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher candidates = LINK.matcher(line);
        int done = 0;
        while (candidates.find()) {
            String link = withoutPunctuation(candidates.group());
            if (leadsSomewhere(link)) {
                addText(pieces, line.substring(done, candidates.start()));
                pieces.add(new Piece(link, link));
                done = candidates.start() + link.length();
            }
        }
        addText(pieces, line.substring(done));
        return List.copyOf(pieces);
    }

    private static void addText(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null));
        }
    }

    /** What was found without the sentence's own punctuation, and without a bracket that was opened before it. */
    public static String withoutPunctuation(String candidate) {
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

    /** A name before the host is an old way to make an address look like another one's. */
    private static boolean leadsSomewhere(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
