package io.firebreak.publishing;

import io.firebreak.mention.Post;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.RemotePost;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which of our accounts can answer a post, and in what form. Asks nobody. */
@Component
class ReplyRoutes {

    private final Accounts accounts;

    ReplyRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A text on an account that can answer the post.
     *
     * @param problems what keeps it from there, each a sentence; empty when it fits
     * @param parts empty where the text can't take a form there
     */
    record Route(ChannelAccount account, List<String> problems, List<Part> parts) {

        /** A text that needs several parts is for a person: a chain of posts below somebody's comment is shouting. */
        boolean isOpen() {
            return problems.isEmpty() && parts.size() == 1;
        }
    }

    /** The accounts that can answer the post, in their order; the first whose route is open sends the text. */
    Stream<Route> of(Post answered, String language, UUID replyId, String text) {
        RemotePost post = new RemotePost(answered.externalId(), answered.url());
        Message message = message(replyId, language, text);
        return accounts.of(Audience.PUBLIC).stream()
                .filter(account -> account.account().kind().equalsIgnoreCase(answered.source()))
                .filter(account -> account.certainty().canLookUp())
                .filter(account -> account.channel().canAnswer(post))
                .map(account -> route(account, message));
    }

    private static Route route(ChannelAccount account, Message message) {
        Channel channel = account.channel();
        return new Route(account, channel.validate(message), ChannelForms.rendered(channel, message));
    }

    static Message message(UUID replyId, String language, String text) {
        return new Message(replyId, replyId, language, "", text, null, List.of());
    }
}
