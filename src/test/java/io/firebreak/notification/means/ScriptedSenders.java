package io.firebreak.notification.means;

import io.firebreak.notification.Means;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Means that do what a test says: each outcome once, and when none is left, everything gets through. */
public class ScriptedSenders extends Senders {

    /** One attempt. */
    public record Attempt(Means means, Message message) {}

    private final Map<Means.Kind, Deque<Outcome>> script = new ConcurrentHashMap<>();
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());

    public ScriptedSenders() {
        super(List.of());
    }

    /** What the next attempts by this kind of means come to. */
    public ScriptedSenders then(Means.Kind kind, Outcome... outcomes) {
        script.computeIfAbsent(kind, any -> new ArrayDeque<>()).addAll(List.of(outcomes));
        return this;
    }

    @Override
    public Outcome send(Means means, Message message) {
        attempts.add(new Attempt(means, message));
        Deque<Outcome> outcomes = script.get(means.kind());
        Outcome next = outcomes == null ? null : outcomes.poll();
        return next == null ? new Outcome.Sent() : next;
    }

    public List<Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    /** By which kinds of means it was tried, in order. */
    public List<Means.Kind> kinds() {
        return attempts().stream().map(attempt -> attempt.means().kind()).toList();
    }
}
