package io.firebreak.publishing.channel.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a server made public, in order: the truth of a test. Safe to use from many threads. */
public final class AcceptedPosts {

    private final List<AcceptedPost> posts = Collections.synchronizedList(new ArrayList<>());

    public void add(AcceptedPost post) {
        posts.add(post);
    }

    /** A copy, in the order of publication. */
    public List<AcceptedPost> all() {
        synchronized (posts) {
            return List.copyOf(posts);
        }
    }

    /** How often each key was made public; whoever promises to publish once has only ones in here. */
    public Map<String, Integer> timesByKey() {
        Map<String, Integer> times = new LinkedHashMap<>();
        all().forEach(post -> times.merge(post.key(), 1, Integer::sum));
        return times;
    }
}
