package io.firebreak.publishing;

import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.StatementPicture;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import java.util.List;
import java.util.UUID;

/** A statement's text as channels take it. */
final class Messages {

    private Messages() {}

    static Message of(StatementVersion version, List<PictureFile> pictures) {
        return of(version.statementId(), version.id(), version.text(), pictures);
    }

    static Message of(UUID statementId, UUID versionId, StatementText text, List<PictureFile> pictures) {
        return new Message(
                statementId,
                versionId,
                text.language(),
                text.title(),
                text.body(),
                text.correctionNote(),
                pictures.stream().map(Messages::picture).toList());
    }

    private static Picture picture(PictureFile file) {
        StatementPicture picture = file.picture();
        return new Picture(
                picture.name(),
                picture.mediaType(),
                file.bytes(),
                picture.altText(),
                picture.width(),
                picture.height());
    }
}
