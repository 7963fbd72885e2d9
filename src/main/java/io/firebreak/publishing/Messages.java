package io.firebreak.publishing;

import io.firebreak.publishing.channel.Message;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import java.util.List;
import java.util.UUID;

/** A statement's text as channels take it. */
final class Messages {

    private Messages() {}

    static Message of(StatementVersion version) {
        return of(version.statementId(), version.id(), version.text());
    }

    static Message of(UUID statementId, UUID versionId, StatementText text) {
        return new Message(
                statementId, versionId, text.language(), text.title(), text.body(), text.correctionNote(), List.of());
    }
}
