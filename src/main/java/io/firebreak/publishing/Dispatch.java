package io.firebreak.publishing;

import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.RemotePost;
import java.util.UUID;

/**
 * A publication that this node has taken on.
 *
 * @param node in whose name; the node's lock must still be held when the call is made
 * @param attempt only what comes of this attempt counts
 * @param earlier our own post that it puts right, or for a reply the post that it answers; null when it is the first on this channel
 */
record Dispatch(
        Publication publication,
        ChannelAccount account,
        Delivery delivery,
        UUID node,
        int attempt,
        RemotePost earlier) {}
