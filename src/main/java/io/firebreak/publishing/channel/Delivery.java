package io.firebreak.publishing.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One part on its way to one account. It is the same on every attempt, on every node.
 *
 * @param key fixed for ever, 64 hexadecimal digits; no other delivery has the same
 * @param createdAt when it was queued, in whole microseconds; fixed for ever
 * @param message the whole text that it belongs to
 * @param number which part it is, counted from 1
 * @param count how many parts there are
 * @param addressee to whom it goes; empty where everybody reads it
 * @param links where the statement is public already; for those who carry it further
 * @param root the first part of the same thread; null for the first
 * @param previous the part before; null for the first
 */
public record Delivery(
        UUID publicationId,
        String key,
        Instant createdAt,
        Message message,
        Part part,
        int number,
        int count,
        String addressee,
        List<String> links,
        RemotePost root,
        RemotePost previous) {

    public Delivery {
        links = List.copyOf(links);
    }

    /** The pictures that belong to this part. */
    public List<Picture> pictures() {
        return part.pictures().stream().map(message.pictures()::get).toList();
    }
}
