package io.firebreak.webapp;

import io.firebreak.author.AuthorFile;
import io.firebreak.author.AuthorFile.Observation;
import io.firebreak.author.AuthorFile.OrderMatch;
import io.firebreak.mention.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the forms about an author show of what was seen in the kept mentions.
 *
 * @param handle what the author calls themselves; null where no post of theirs is kept
 * @param place the network; null where no post of theirs is kept
 * @param signals by their names
 */
record AuthorBriefing(String handle, String place, Map<String, Seen> signals, List<OrderMatch> orders) {

    /** As much of a post as tells whether it is the same. */
    private static final int EXCERPT = 280;

    /**
     * @param answer YES, NO or UNKNOWN, as a proposal
     */
    record Seen(String answer, @Translated String words, List<SeenPost> posts) {}

    record SeenPost(String handle, String place, String at, String url, String text) {}

    static AuthorBriefing of(AuthorFile file) {
        Map<String, Seen> signals = new LinkedHashMap<>();
        file.observations().forEach((signal, observation) -> signals.put(signal, seen(observation)));
        return new AuthorBriefing(
                file.about() == null ? null : file.about().handle(),
                file.about() == null ? null : file.about().source(),
                signals,
                file.orders());
    }

    private static Seen seen(Observation observation) {
        return new Seen(
                observation.answer().name(),
                observation.words(),
                observation.posts().stream().map(AuthorBriefing::post).toList());
    }

    private static SeenPost post(Post post) {
        String text = post.text();
        int end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return new SeenPost(
                post.handle(), post.source(), post.publishedAt().toString(), post.url(), text.substring(0, end));
    }
}
