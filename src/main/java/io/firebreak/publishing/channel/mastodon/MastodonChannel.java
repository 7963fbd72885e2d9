package io.firebreak.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Count;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.PictureRules;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.ThreadSplitter;
import io.firebreak.publishing.channel.ThreadSplitter.UnsplittableTextException;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One account on a Mastodon server. Every attempt for a delivery bears the same {@code Idempotency-Key}, which the
 * server remembers for an hour; doubt is settled by a look at the account's own posts, which holds for ever and also on
 * servers that ignore the key. A correction is a new post that answers the one which it puts right.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">Mastodon, statuses API</a>
 */
class MastodonChannel implements Channel {

    private final Account account;
    private final MastodonServer server;
    private final ChannelWords words;
    private final OwnPosts ownPosts;
    private volatile MastodonLimits limits = MastodonLimits.DOCUMENTED;

    MastodonChannel(Account account, MastodonServer server, ChannelWords words) {
        this.account = account;
        this.server = server;
        this.words = words;
        this.ownPosts = new OwnPosts(server);
    }

    @Override
    public Capabilities capabilities() {
        return limits.capabilities();
    }

    @Override
    public String check() {
        try {
            String complaint = complaint(server.account());
            limits = limits();
            return complaint;
        } catch (FailedCall failure) {
            return failure.isNotFound()
                    ? "%s does not speak the interface of Mastodon. Look whether url is right.".formatted(server.host())
                    : failure.getMessage();
        }
    }

    private MastodonLimits limits() throws FailedCall {
        try {
            return MastodonLimits.of(server.instance());
        } catch (FailedCall failure) {
            if (failure.isNotFound()) {
                return MastodonLimits.DOCUMENTED;
            }
            throw failure;
        }
    }

    /** A token goes on to work when its account has moved away, and posts where nobody looks any more. */
    private String complaint(JsonNode owner) {
        String name = owner.path("username").asText("");
        if (name.isBlank()) {
            return "%s does not say whose token this is. Look whether url is right.".formatted(server.host());
        }
        if (owner.path("moved").isObject()) {
            return "The account @%s has moved to @%s. Set url and secret for the new account."
                    .formatted(name, owner.path("moved").path("acct").asText());
        }
        String expected = account.user() == null
                ? ""
                : account.user().strip().replaceFirst("^@", "").replaceFirst("@.*$", "");
        return expected.isEmpty() || expected.equalsIgnoreCase(name)
                ? null
                : "The token belongs to @%s, and the settings name @%s. Set the user or the secret of this account anew."
                        .formatted(name, expected);
    }

    @Override
    public List<String> validate(Message message) {
        List<String> complaints =
                new ArrayList<>(PictureRules.complaints(message.pictures(), capabilities(), account.label()));
        try {
            texts(message);
        } catch (UnsplittableTextException tooLong) {
            complaints.add("The text can't be split into posts of %d characters for %s. %s"
                    .formatted(limits.maximumCharacters(), account.label(), tooLong.getMessage()));
        }
        return complaints;
    }

    /** The pictures stand in the first part. */
    @Override
    public List<Part> render(Message message) {
        try {
            return MessageText.parts(texts(message), message, text -> "");
        } catch (UnsplittableTextException tooLong) {
            throw new IllegalArgumentException(tooLong.getMessage(), tooLong);
        }
    }

    @Override
    public Count count(String text) {
        MastodonLimits now = limits;
        return new Count(
                MastodonText.count(text, now.charactersOfLink()),
                now.maximumCharacters(),
                Count.Unit.CHARACTERS,
                now.charactersOfLink());
    }

    private List<String> texts(Message message) throws UnsplittableTextException {
        MastodonLimits now = limits;
        return new ThreadSplitter(text -> MastodonText.count(text, now.charactersOfLink()) <= now.maximumCharacters())
                .split(MessageText.of(message, words), message.language());
    }

    @Override
    public Outcome publish(Delivery delivery) {
        return publish(delivery, delivery.previous());
    }

    /** Posts of other servers are known to ours by ids of its own, which it tells for their addresses. */
    @Override
    public boolean canAnswer(RemotePost post) {
        return post.url() != null || post.id() != null && post.id().matches("[0-9]{1,40}");
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        if (delivery.previous() != null) {
            return publish(delivery);
        }
        try {
            return publish(delivery, OwnPosts.post(answered(post)));
        } catch (FailedCall failure) {
            return failure.harmless();
        }
    }

    /** Asked for also where its id is known: not every server refuses to answer a post that is gone. */
    private JsonNode answered(RemotePost post) throws FailedCall {
        Optional<JsonNode> known = server.statusAt(post.id(), post.url());
        if (known.isEmpty() && post.url() != null) {
            known = server.find(post.url());
        }
        return known.orElseThrow(() -> new FailedCall(
                new Outcome.Rejected(
                        "%s does not know the post %s, or not any more. Look whether it still stands there; if it does, please answer there by hand."
                                .formatted(server.host(), post.url() == null ? post.id() : post.url())),
                0));
    }

    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        return publish(delivery, delivery.previous() == null ? earlier : delivery.previous());
    }

    private Outcome publish(Delivery delivery, RemotePost answered) {
        List<String> pictures;
        try {
            pictures = new PictureUpload(server).upload(delivery);
        } catch (FailedCall failure) {
            return failure.harmless();
        }
        try {
            return sent(server.publish(status(delivery, answered, pictures), delivery.key()));
        } catch (FailedCall failure) {
            return failure.isNotFound() && answered != null
                    ? new Outcome.Rejected(
                            "The post that this one answers is not there any more: %s. Decide whether the text goes out as a post of its own."
                                    .formatted(answered.url()))
                    : failure.outcome();
        }
    }

    private Outcome sent(JsonNode status) {
        RemotePost post = OwnPosts.post(status);
        return post == null
                ? new Outcome.Unknown("%s took the post and did not say where it is.".formatted(server.host()))
                : new Outcome.Sent(post);
    }

    private static Map<String, Object> status(Delivery delivery, RemotePost answered, List<String> pictures) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", delivery.part().text());
        // one entry a statement in the public timelines; its other parts hang below the first
        status.put("visibility", delivery.number() == 1 ? "public" : "unlisted");
        String language = Locale.forLanguageTag(delivery.message().language()).getLanguage();
        if (!language.isEmpty()) {
            status.put("language", language);
        }
        if (answered != null) {
            status.put("in_reply_to_id", answered.id());
        }
        if (!pictures.isEmpty()) {
            status.put("media_ids", pictures);
        }
        return status;
    }

    @Override
    public Probe probe(Delivery delivery) {
        try {
            return ownPosts.find(delivery);
        } catch (FailedCall failure) {
            return new Probe.NotNow(failure.getMessage());
        }
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        try {
            String html = server.status(post.id()).path("content").asText();
            return MastodonText.isSame(html, delivery.part().text())
                    ? new ReadBack.Same()
                    : new ReadBack.Different(MastodonText.readable(html));
        } catch (FailedCall failure) {
            return failure.isNotFound() ? new ReadBack.Gone() : new ReadBack.CannotTell(failure.getMessage());
        }
    }
}
