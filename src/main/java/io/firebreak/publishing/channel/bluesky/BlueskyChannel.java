package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Graphemes;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.PictureRules;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.ThreadSplitter;
import io.firebreak.publishing.channel.ThreadSplitter.UnsplittableTextException;
import io.firebreak.publishing.channel.http.FailedCall;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account on Bluesky. A delivery's post has a {@link RecordKey} of its own, and is written only where none is yet:
 * a second attempt finds the first one's post, whenever that was. A correction is a new post that answers the one which
 * it puts right; nothing is edited, for the network shows edits to nobody.
 */
class BlueskyChannel implements Channel {

    /** Limits of the lexicon app.bsky.feed.post and of app.bsky.embed.images; the alternative text's is the app's. */
    private static final int MOST_GRAPHEMES = 300;

    private static final int MOST_BYTES = 3000;
    private static final Capabilities CAPABILITIES = new Capabilities(
            Certainty.KEY,
            MOST_GRAPHEMES,
            true,
            4,
            2_000_000,
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif"),
            2000);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Account account;
    private final String handle;
    private final Repository repository;
    private final ChannelWords words;

    BlueskyChannel(Account account, String handle, Repository repository, ChannelWords words) {
        this.account = account;
        this.handle = handle;
        this.repository = repository;
        this.words = words;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String check() {
        try {
            JsonNode owner = repository.account();
            String name = owner.path("handle").asText("");
            if (!owner.path("active").asBoolean(true)) {
                return "The account %s is not active on %s (%s). Look there what happened to it."
                        .formatted(
                                handle, repository.host(), owner.path("status").asText("no reason given"));
            }
            return isNamed(owner, name)
                    ? null
                    : "The account %s is called %s now. Set that as its user.".formatted(handle, name);
        } catch (FailedCall failure) {
            return failure.isNotFound()
                    ? "%s is no server of the AT Protocol. Look whether url is right.".formatted(repository.host())
                    : failure.getMessage();
        }
    }

    /** One can sign in by handle, lasting id or e-mail address. */
    private boolean isNamed(JsonNode owner, String name) {
        return name.isEmpty()
                || handle.equalsIgnoreCase(name)
                || handle.contains("@")
                || handle.equals(owner.path("did").asText());
    }

    @Override
    public List<String> validate(Message message) {
        List<String> complaints =
                new ArrayList<>(PictureRules.complaints(message.pictures(), CAPABILITIES, account.label()));
        try {
            texts(message);
        } catch (UnsplittableTextException tooLong) {
            complaints.add("The text can't be split into posts of %d characters for %s. %s"
                    .formatted(MOST_GRAPHEMES, account.label(), tooLong.getMessage()));
        }
        return complaints;
    }

    /** The pictures stand in the first part. The payload holds what marks links and hashtags in the text. */
    @Override
    public List<Part> render(Message message) {
        try {
            return MessageText.parts(texts(message), message, BlueskyChannel::payload);
        } catch (UnsplittableTextException tooLong) {
            throw new IllegalArgumentException(tooLong.getMessage(), tooLong);
        }
    }

    private List<String> texts(Message message) throws UnsplittableTextException {
        return new ThreadSplitter(BlueskyChannel::fits).split(MessageText.of(message, words), message.language());
    }

    private static boolean fits(String text) {
        return bytes(text) <= MOST_BYTES && Graphemes.count(text) <= MOST_GRAPHEMES;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Graphemes, but bytes for texts of which they run out first, such as rows of flags. */
    @Override
    public Count count(String text) {
        return Count.nearer(
                new Count(Graphemes.count(text), MOST_GRAPHEMES, Count.Unit.GRAPHEMES, 0),
                new Count(bytes(text), MOST_BYTES, Count.Unit.BYTES, 0));
    }

    private static String payload(String text) {
        try {
            return JSON.writeValueAsString(Facets.of(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Lists and strings can be written", impossible);
        }
    }

    @Override
    public Outcome publish(Delivery delivery) {
        return publish(delivery, () -> delivery.previous() == null ? null : Reply.inThread(delivery));
    }

    @Override
    public boolean canAnswer(RemotePost post) {
        return PostAddress.of(post).isPresent();
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        RemotePost answered = PostAddress.of(post)
                .map(address -> new RemotePost(address.uri(), post.url(), post.version()))
                .orElse(post);
        return publish(delivery, () -> Reply.to(answered, delivery, repository));
    }

    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        return reply(delivery, earlier);
    }

    private Outcome publish(Delivery delivery, Answering answering) {
        Map<String, Object> post;
        try {
            post = post(delivery, answering.reply());
        } catch (FailedCall failure) {
            return failure.harmless();
        }
        try {
            Optional<RemotePost> created = repository.create(RecordKey.of(delivery), post);
            return created.isPresent() ? sent(created.get()) : alreadyThere(delivery);
        } catch (FailedCall failure) {
            return failure.outcome();
        }
    }

    private Outcome sent(RemotePost post) {
        return post.url() == null || post.version() == null
                ? new Outcome.Unknown("%s took the post and did not say where it is.".formatted(repository.host()))
                : new Outcome.Sent(post);
    }

    /** An earlier attempt arrived after all, or somebody wrote something else in its place. */
    private Outcome alreadyThere(Delivery delivery) {
        Optional<JsonNode> found;
        try {
            found = find(delivery);
        } catch (FailedCall failure) {
            return new Outcome.Unknown(failure.getMessage());
        }
        if (found.isEmpty()) {
            return new Outcome.Unknown(
                    "%s says both that the post is there and that it is not.".formatted(repository.host()));
        }
        RemotePost post = Repository.post(found.get());
        return text(found.get()).equals(delivery.part().text())
                ? sent(post)
                : new Outcome.Rejected(
                        "Another text is in the place of this one: %s. Nothing was overwritten; compare the two and decide."
                                .formatted(post.url()));
    }

    private Map<String, Object> post(Delivery delivery, Reply reply) throws FailedCall {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("$type", PostAddress.POSTS);
        post.put("text", delivery.part().text());
        post.put("createdAt", createdAt(delivery));
        post.put("langs", List.of(delivery.message().language()));
        List<Map<String, Object>> facets = facets(delivery);
        if (!facets.isEmpty()) {
            post.put("facets", facets);
        }
        if (!delivery.pictures().isEmpty()) {
            post.put("embed", Map.of("$type", "app.bsky.embed.images", "images", images(delivery.pictures())));
        }
        if (reply != null) {
            post.put("reply", reply.toRecord());
        }
        return post;
    }

    /** The same on every attempt; the parts of a thread follow each other by a millisecond, so that lists keep order. */
    private static String createdAt(Delivery delivery) {
        return delivery.createdAt()
                .truncatedTo(ChronoUnit.MILLIS)
                .plusMillis(delivery.number() - 1L)
                .toString();
    }

    private static List<Map<String, Object>> facets(Delivery delivery) {
        String payload = delivery.part().payload();
        try {
            return payload.isEmpty() ? List.of() : JSON.readValue(payload, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("The payload of this part is not one of this channel's.", damaged);
        }
    }

    private List<Map<String, Object>> images(List<Picture> pictures) throws FailedCall {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Picture picture : pictures) {
            Map<String, Object> image = new LinkedHashMap<>();
            image.put("alt", picture.altText());
            image.put("image", repository.upload(picture));
            if (picture.width() > 0 && picture.height() > 0) {
                image.put("aspectRatio", Map.of("width", picture.width(), "height", picture.height()));
            }
            images.add(image);
        }
        return images;
    }

    @Override
    public Probe probe(Delivery delivery) {
        try {
            return find(delivery)
                    .<Probe>map(record -> new Probe.Found(Repository.post(record)))
                    .orElseGet(Probe.Absent::new);
        } catch (FailedCall failure) {
            return new Probe.NotNow(failure.getMessage());
        }
    }

    private Optional<JsonNode> find(Delivery delivery) throws FailedCall {
        return repository.find(PostAddress.ofPost(repository.did(), RecordKey.of(delivery)));
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        Optional<PostAddress> address = PostAddress.parse(post.id());
        if (address.isEmpty()) {
            return new ReadBack.CannotTell("%s is no address of a post on Bluesky.".formatted(post.id()));
        }
        try {
            return repository
                    .find(address.get())
                    .map(record -> compared(text(record), delivery))
                    .orElseGet(ReadBack.Gone::new);
        } catch (FailedCall failure) {
            return new ReadBack.CannotTell(failure.getMessage());
        }
    }

    private static ReadBack compared(String live, Delivery delivery) {
        return live.equals(delivery.part().text()) ? new ReadBack.Same() : new ReadBack.Different(live);
    }

    private static String text(JsonNode record) {
        return record.path("value").path("text").asText();
    }

    /** Finds out what a post answers, before anything can become public. */
    @FunctionalInterface
    private interface Answering {

        /**
         * @return null when it answers nothing
         */
        Reply reply() throws FailedCall;
    }
}
