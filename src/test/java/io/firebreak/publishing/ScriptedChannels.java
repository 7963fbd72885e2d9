package io.firebreak.publishing;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.ThreadSplitter;
import io.firebreak.publishing.channel.ThreadSplitter.UnsplittableTextException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Channels that do what a test tells them, and remember what they were asked. An account's {@code user} names its
 * certainty; a line of three hyphens in a text begins the next part of a thread.
 */
public class ScriptedChannels implements ChannelKind {

    private final Map<String, Scripted> channels = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Channel open(Account account, AccountMemory memory) {
        return channels.computeIfAbsent(account.name(), name -> new Scripted(account));
    }

    public Scripted channel(String account) {
        return channels.get(account);
    }

    /** Forgets what was told and remembered. */
    public void reset() {
        channels.values().forEach(Scripted::reset);
    }

    /** One account. Without a script everything works at once. */
    public static final class Scripted implements Channel {

        private final Account account;
        private final Deque<Function<Delivery, Outcome>> outcomes = new ArrayDeque<>();
        private final Deque<Probe> probes = new ArrayDeque<>();
        private final List<Delivery> calls = new CopyOnWriteArrayList<>();
        private final List<RemotePost> corrected = new CopyOnWriteArrayList<>();
        private final List<RemotePost> answered = new CopyOnWriteArrayList<>();
        private final Map<String, RemotePost> live = new ConcurrentHashMap<>();
        private volatile ReadBack readBack = new ReadBack.Same();
        private volatile String problem;
        private volatile String misfit;
        private volatile int most = Integer.MAX_VALUE;

        Scripted(Account account) {
            this.account = account;
        }

        void reset() {
            outcomes.clear();
            probes.clear();
            calls.clear();
            corrected.clear();
            answered.clear();
            live.clear();
            readBack = new ReadBack.Same();
            problem = null;
            misfit = null;
            most = Integer.MAX_VALUE;
        }

        /** What comes of the next call, in the order in which it was told; the text is not public by it. */
        public void answer(Outcome outcome) {
            outcomes.add(delivery -> outcome);
        }

        /** The next call brings the text to the public, and its answer is lost. */
        public void acceptAndLoseTheAnswer() {
            outcomes.add(delivery -> {
                accept(delivery);
                return new Outcome.Unknown("The connection broke before the answer came.");
            });
        }

        /** Does something, for example waits, while the next call is under way; then it works. */
        public void during(Runnable something) {
            outcomes.add(delivery -> {
                something.run();
                return accept(delivery);
            });
        }

        public void find(Probe probe) {
            probes.add(probe);
        }

        public void show(ReadBack seen) {
            readBack = seen;
        }

        public void breakDown(String sentence) {
            problem = sentence;
        }

        public void fitNothing(String sentence) {
            misfit = sentence;
        }

        /** Splits what is longer, in code points, into a thread. */
        public void takeAtMost(int characters) {
            most = characters;
        }

        /** All calls that would make something public, in their order. */
        public List<Delivery> calls() {
            return List.copyOf(calls);
        }

        /** Our own posts that were put right. */
        public List<RemotePost> corrected() {
            return List.copyOf(corrected);
        }

        public int live() {
            return live.size();
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.text(account.user() == null ? Certainty.PROBE : Certainty.valueOf(account.user()));
        }

        @Override
        public String check() {
            return problem;
        }

        @Override
        public List<String> validate(Message message) {
            try {
                split(message);
            } catch (UnsplittableTextException tooLong) {
                return List.of(tooLong.getMessage());
            }
            return misfit == null ? List.of() : List.of(misfit);
        }

        @Override
        public List<Part> render(Message message) {
            try {
                return split(message).stream().map(Part::of).toList();
            } catch (UnsplittableTextException tooLong) {
                throw new IllegalArgumentException(tooLong);
            }
        }

        private List<String> split(Message message) throws UnsplittableTextException {
            List<String> texts = new ArrayList<>();
            for (String text : message.body().split("\n---\n")) {
                texts.addAll(new ThreadSplitter(part -> count(part).used() <= most).split(text, message.language()));
            }
            return texts;
        }

        @Override
        public Count count(String text) {
            return new Count(text.codePointCount(0, text.length()), most, Count.Unit.CHARACTERS, 0);
        }

        @Override
        public List<String> addressees() {
            return account.recipients().isEmpty() ? List.of("") : account.recipients();
        }

        @Override
        public Outcome publish(Delivery delivery) {
            calls.add(delivery);
            Function<Delivery, Outcome> next;
            synchronized (outcomes) {
                next = outcomes.poll();
            }
            return next == null ? accept(delivery) : next.apply(delivery);
        }

        private Outcome accept(Delivery delivery) {
            RemotePost post =
                    new RemotePost(delivery.key(), "https://%s.example/%s".formatted(account.name(), delivery.key()));
            live.put(delivery.key(), post);
            return new Outcome.Sent(post);
        }

        /** The posts of others that were answered. */
        public List<RemotePost> answered() {
            return List.copyOf(answered);
        }

        @Override
        public boolean canAnswer(RemotePost post) {
            return post.url() != null;
        }

        @Override
        public Outcome reply(Delivery delivery, RemotePost post) {
            answered.add(post);
            return publish(delivery);
        }

        @Override
        public Outcome correct(Delivery delivery, RemotePost earlier) {
            corrected.add(earlier);
            return publish(delivery);
        }

        @Override
        public Probe probe(Delivery delivery) {
            Probe next = probes.poll();
            if (next != null) {
                return next;
            }
            if (!capabilities().certainty().canLookUp()) {
                return new Probe.AskPerson("Did " + delivery.addressee() + " get it?");
            }
            RemotePost post = live.get(delivery.key());
            return post == null ? new Probe.Absent() : new Probe.Found(post);
        }

        @Override
        public ReadBack readBack(Delivery delivery, RemotePost post) {
            return readBack;
        }
    }
}
