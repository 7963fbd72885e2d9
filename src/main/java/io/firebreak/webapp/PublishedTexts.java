package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.webapp.CaseBriefing.Published;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what went out of a case together with the words that readers were to read there. */
@Component
class PublishedTexts {

    private final Publishing publishing;
    private final Statements statements;
    private final Replies replies;

    PublishedTexts(Publishing publishing, Statements statements, Replies replies) {
        this.publishing = publishing;
        this.statements = statements;
        this.replies = replies;
    }

    /** Of the case's statements, then of its replies, each in the order in which they were queued. */
    List<Published> of(CaseReference reference) {
        List<StatementVersion> versions = statements.allVersionsOf(reference.toString());
        Stream<Published> ofStatements = publishing.of(reference.toString()).stream()
                .map(publication -> Published.of(publication, textOf(publication, versions)));
        List<Publication> inThreads = publishing.repliesOf(reference);
        List<Reply> texts = inThreads.isEmpty() ? List.of() : replies.of(reference);
        Stream<Published> ofReplies =
                inThreads.stream().map(publication -> Published.of(publication, replyOf(publication, texts)));
        return Stream.concat(ofStatements, ofReplies).toList();
    }

    private static String textOf(Publication publication, List<StatementVersion> versions) {
        return versions.stream()
                .filter(version -> version.id().equals(publication.versionId()))
                .flatMap(version -> version.renderingsFor(publication.channel()).stream())
                .filter(rendering -> rendering.part() == publication.part())
                .map(Rendering::text)
                .findFirst()
                .orElse(null);
    }

    private static String replyOf(Publication publication, List<Reply> texts) {
        return texts.stream()
                .filter(reply -> reply.id().equals(publication.versionId()))
                .map(reply -> reply.route().text())
                .findFirst()
                .orElse(null);
    }
}
