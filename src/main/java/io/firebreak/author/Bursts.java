package io.firebreak.author;

import io.firebreak.mention.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the stretch of time in which most accounts did the same. */
final class Bursts {

    private Bursts() {}

    /**
     * The posts of the stretch with most accounts.
     *
     * @param posts oldest first
     * @param window how long the stretch is at most, both ends included
     * @param holds a moment that has to lie in it
     * @return the first post of each account in that stretch, oldest first; empty where none holds the moment
     */
    static List<Post> largest(List<Post> posts, Duration window, Instant holds) {
        Map<String, Integer> inside = new HashMap<>();
        int most = 0;
        int from = 0;
        int to = 0;
        int begin = 0;
        for (int end = 0; end < posts.size(); end++) {
            inside.merge(accountOf(posts.get(end)), 1, Integer::sum);
            while (posts.get(begin)
                    .publishedAt()
                    .plus(window)
                    .isBefore(posts.get(end).publishedAt())) {
                inside.computeIfPresent(accountOf(posts.get(begin)), (account, count) -> count == 1 ? null : count - 1);
                begin++;
            }
            boolean holdsIt = !posts.get(begin).publishedAt().isAfter(holds)
                    && !posts.get(end).publishedAt().isBefore(holds);
            if (holdsIt && inside.size() > most) {
                most = inside.size();
                from = begin;
                to = end + 1;
            }
        }
        return firstOfEach(posts.subList(from, to));
    }

    private static List<Post> firstOfEach(List<Post> posts) {
        Map<String, Post> byAccount = new LinkedHashMap<>();
        posts.forEach(post -> byAccount.putIfAbsent(accountOf(post), post));
        return List.copyOf(byAccount.values());
    }

    /** The same name on two networks is two accounts; a post without a name is nobody's. */
    static String accountOf(Post post) {
        return post.source() + " " + post.handle();
    }

    /** How long it took from the first to the last, in words. */
    static String length(List<Post> posts) {
        Duration length = Duration.between(
                posts.get(0).publishedAt(), posts.get(posts.size() - 1).publishedAt());
        return length.toSeconds() < 120 ? length.toSeconds() + " s" : length.toMinutes() + " min";
    }
}
