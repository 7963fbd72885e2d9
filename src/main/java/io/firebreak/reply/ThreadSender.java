package io.firebreak.reply;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.mention.Post;
import java.util.Optional;
import java.util.UUID;

/** Sends replies in threads by the interfaces of channels, each once; the record of publications does. */
public interface ThreadSender {

    /**
     * A reply in the form of the channel that can send it.
     *
     * @param channel the account's name
     * @param text as readers read it there
     * @param payload all that the channel needs to send it
     */
    record Prepared(String channel, String text, String payload) {}

    /** The form of a text below a post; empty where no channel of ours can send it there in one part. */
    Optional<Prepared> prepare(Post answered, String language, UUID replyId, String text);

    /** Puts a reply into the queue, from which it is sent once. */
    void queue(CrisisCase crisisCase, Reply reply);

    /** A person knows that it stands there: it is not sent, or looked for, any more. */
    void settledByPerson(UUID replyId, String link);

    /** A person decided that it is not sent any more. */
    void leaveOut(UUID replyId, String reason);
}
