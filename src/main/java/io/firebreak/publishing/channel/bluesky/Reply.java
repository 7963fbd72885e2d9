package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.Map;
import java.util.Optional;

/**
 * What a post answers, as it stands in its record. Both must be named with their versions: the post itself, and the one
 * that the whole conversation began with.
 */
record Reply(RemotePost root, RemotePost parent) {

    /** A later part of our own thread. */
    static Reply inThread(Delivery delivery) {
        return new Reply(delivery.root(), delivery.previous());
    }

    /** A part that answers a post, or hangs below the part which does. */
    static Reply to(RemotePost post, Delivery delivery, Repository repository) throws FailedCall {
        Optional<PostAddress> address = PostAddress.parse(post.id());
        Optional<JsonNode> record = address.isPresent() ? found(address.get(), repository) : Optional.empty();
        RemotePost answered = record.map(Repository::post).orElse(post);
        if (answered.version() == null) {
            throw new FailedCall(
                    new Outcome.Rejected(
                            "The post that this one answers is not there any more: %s. Decide whether the text goes out as a post of its own."
                                    .formatted(post.url() == null ? post.id() : post.url())),
                    0);
        }
        JsonNode root = record.map(found -> found.path("value").path("reply").path("root"))
                .filter(JsonNode::isObject)
                .orElse(null);
        return new Reply(
                root == null ? answered : Repository.post(root),
                delivery.previous() == null ? answered : delivery.previous());
    }

    /** Not every server knows the posts of other servers: that it refuses to look is no reason not to answer. */
    private static Optional<JsonNode> found(PostAddress address, Repository repository) throws FailedCall {
        try {
            return repository.find(address);
        } catch (FailedCall failure) {
            if (failure.outcome() instanceof Outcome.Rejected) {
                return Optional.empty();
            }
            throw failure.withoutDoubt();
        }
    }

    Map<String, Object> toRecord() {
        return Map.of("root", reference(root), "parent", reference(parent));
    }

    private static Map<String, String> reference(RemotePost post) {
        return Map.of("uri", post.id(), "cid", post.version());
    }
}
