package io.firebreak.publishing.channel;

import io.firebreak.rule.TextBody;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Plain text as HTML for servers and programs that ask for it: paragraphs, line breaks and links, and nothing else. */
public final class HtmlText {

    private final UnaryOperator<String> escape;

    /**
     * @param escape how words are written so that nothing in them is markup where they are read
     */
    public HtmlText(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    /** For readers that know HTML and no more. */
    public static HtmlText plain() {
        return new HtmlText(HtmlText::attribute);
    }

    /** A value between double quotes, or words that are nothing but words. */
    public static String attribute(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    public String words(String text) {
        return escape.apply(text);
    }

    /** The paragraphs of a text, one a line. */
    public String paragraphs(String text) {
        return TextBody.of(text).paragraphs().stream()
                .map(paragraph -> "<p dir=\"auto\">%s</p>".formatted(lines(paragraph.lines(), "<br>")))
                .collect(Collectors.joining("\n"));
    }

    /** The text with its links, and its line ends as they are. */
    public String inline(String text) {
        return TextBody.of(text).paragraphs().stream()
                .map(paragraph -> lines(paragraph.lines(), "\n"))
                .collect(Collectors.joining("\n\n"));
    }

    private String lines(List<TextBody.Line> lines, String end) {
        return lines.stream().map(this::line).collect(Collectors.joining(end));
    }

    private String line(TextBody.Line line) {
        return line.pieces().stream().map(this::piece).collect(Collectors.joining());
    }

    private String piece(TextBody.Piece piece) {
        if (piece.href() == null) {
            return escape.apply(piece.text());
        }
        return "<a href=\"%s\">%s</a>".formatted(attribute(piece.href()), escape.apply(piece.text()));
    }
}
