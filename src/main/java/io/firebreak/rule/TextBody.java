package io.firebreak.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plain text as pages show it: paragraphs of lines of pieces, of which some are links. Nothing in it is markup.
 */
public record TextBody(List<Paragraph> paragraphs) {

    /** Lines that belong together. */
    public record Paragraph(List<Line> lines) {}

    /** Pieces in their order. */
    public record Line(List<Piece> pieces) {}

    /**
     * Some words, or a link.
     *
     * @param href where it leads; null for plain words
     */
    public record Piece(String text, String href) {}

    public static TextBody of(String text) {
        List<Paragraph> paragraphs = Arrays.stream(text.strip().split("\\R[\\h]*\\R\\s*"))
                .map(TextBody::paragraph)
                .toList();
        return new TextBody(paragraphs);
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(
                text.lines().map(line -> new Line(LinkFinder.piecesOf(line))).toList());
    }

    /** The words alone, with a blank line between paragraphs. */
    public String plain() {
        List<String> parts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            parts.add(String.join(
                    "\n", paragraph.lines().stream().map(TextBody::plain).toList()));
        }
        return String.join("\n\n", parts);
    }

    /** The words of the first paragraph, on one line. */
    public String opening() {
        return String.join(
                " ", paragraphs.get(0).lines().stream().map(TextBody::plain).toList());
    }

    private static String plain(Line line) {
        return String.join("", line.pieces().stream().map(Piece::text).toList());
    }
}
