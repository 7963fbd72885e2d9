package io.firebreak.publishing.channel;

import java.util.List;
import java.util.UUID;

/**
 * An official text before it takes the form of a channel.
 *
 * @param language BCP 47
 * @param title one line of plain text; empty for a reply
 * @param body plain text; a blank line begins a paragraph; links stand in it as they are
 * @param correctionNote what it puts right in the text published before; null when it corrects nothing
 */
public record Message(
        UUID statementId,
        UUID versionId,
        String language,
        String title,
        String body,
        String correctionNote,
        List<Picture> pictures) {

    public Message {
        pictures = List.copyOf(pictures);
    }

    public boolean isCorrection() {
        return correctionNote != null;
    }
}
