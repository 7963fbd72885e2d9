package io.firebreak.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.HtmlText;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.PictureRules;
import io.firebreak.publishing.channel.PlainText;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.FailedCall;
import io.firebreak.publishing.channel.wordpress.WordPressComments.Comment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WordPress site. A text becomes a draft first, which nobody sees, under a slug that belongs to the delivery; making
 * the draft public can be repeated without harm. What corrects a post, and what comments on one, carries the delivery's
 * key as a mark that readers don't see, so that it can be found again.
 */
class WordPressChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(WordPressChannel.class);

    private static final Capabilities CAPABILITIES = new Capabilities(
            Certainty.TWO_PHASES, Integer.MAX_VALUE, false, 10, 5_000_000, WordPressPictures.ENDINGS.keySet(), 1_000);

    private final String label;
    private final WordPressApi api;
    private final WordPressText text;
    private final WordPressPosts posts;
    private final WordPressComments comments;
    private final WordPressPictures pictures;

    WordPressChannel(
            String label,
            WordPressApi api,
            WordPressText text,
            WordPressPosts posts,
            WordPressComments comments,
            WordPressPictures pictures) {
        this.label = label;
        this.api = api;
        this.text = text;
        this.posts = posts;
        this.comments = comments;
        this.pictures = pictures;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String check() {
        try {
            JsonNode user = api.get("users/me", Map.of("context", "edit"));
            JsonNode rights = user.path("capabilities");
            if (!rights.path("publish_posts").asBoolean()
                    || !rights.path("upload_files").asBoolean()) {
                return "This user may not publish posts or upload pictures; please give it the role Author in WordPress.";
            }
            return null;
        } catch (FailedCall failure) {
            return failure.isNotFound()
                    ? "There is no WordPress interface at %s/wp-json; please correct the account's url, or choose any permalinks but \"Plain\" in WordPress (Settings, Permalinks)."
                            .formatted(api.site())
                    : failure.getMessage();
        }
    }

    @Override
    public List<String> validate(Message message) {
        return PictureRules.complaints(message.pictures(), CAPABILITIES, label);
    }

    @Override
    public List<Part> render(Message message) {
        return List.of(text.part(message));
    }

    @Override
    public Outcome publish(Delivery delivery) {
        WordPressPost draft;
        Map<String, String> fields;
        try {
            fields = fields(delivery);
            fields.put("slug", slug(delivery));
            draft = draft(delivery, fields);
        } catch (FailedCall failure) {
            return failure.harmless();
        }
        return draft.isPublic() ? new Outcome.Sent(draft.asRemote()) : release(draft, fields);
    }

    /** Only a comment: a post of ours with the same number would be answered else. */
    @Override
    public boolean canAnswer(RemotePost post) {
        return post.id() != null
                && WordPressComments.isId(post.id())
                && WordPressComments.number(post.id()).isPresent();
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        Optional<Map<String, String>> place;
        try {
            Optional<String> number = WordPressComments.number(post.id());
            if (number.isEmpty()) {
                return new Outcome.Rejected(
                        "\"%s\" is neither a post nor a comment of WordPress.".formatted(post.id()));
            }
            place = comments.below(post.id(), number.get());
        } catch (FailedCall failure) {
            return failure.harmless();
        }
        if (place.isEmpty()) {
            return new Outcome.Rejected("WordPress does not show the comment any more that this one answers: %s."
                    .formatted(post.url() == null ? post.id() : post.url()));
        }
        Map<String, String> fields = place.get();
        fields.put("content", "%s<!-- %s -->".formatted(text.inline(delivery.part()), mark(delivery)));
        return comment(delivery, fields);
    }

    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        WordPressPost post;
        Map<String, String> fields;
        try {
            Optional<String> number =
                    WordPressComments.number(earlier.id()).filter(found -> !WordPressComments.isId(earlier.id()));
            if (number.isEmpty()) {
                return new Outcome.Rejected("\"%s\" is no post of WordPress.".formatted(earlier.id()));
            }
            post = posts.get(number.get());
            fields = fields(delivery);
        } catch (FailedCall failure) {
            return failure.isNotFound() ? noLongerPublic(earlier) : failure.harmless();
        }
        return post.isPublic() ? corrected(post, fields) : noLongerPublic(earlier);
    }

    @Override
    public Probe probe(Delivery delivery) {
        try {
            return lookUp(delivery).<Probe>map(Probe.Found::new).orElseGet(Probe.Absent::new);
        } catch (FailedCall failure) {
            return new Probe.NotNow(failure.getMessage());
        }
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        try {
            Optional<String> live = live(post);
            if (live.isEmpty()) {
                return new ReadBack.Gone();
            }
            return PlainText.isSame(live.get(), delivery.part().text())
                    ? new ReadBack.Same()
                    : new ReadBack.Different(live.get());
        } catch (FailedCall failure) {
            return failure.isNotFound() ? new ReadBack.Gone() : new ReadBack.CannotTell(failure.getMessage());
        }
    }

    private static String slug(Delivery delivery) {
        return "statement-" + delivery.key().substring(0, 16);
    }

    private static String mark(Delivery delivery) {
        return "firebreak-" + delivery.key();
    }

    /** What the post shows. The pictures are in the media library afterwards. */
    private Map<String, String> fields(Delivery delivery) throws FailedCall {
        WordPressText.Payload payload = text.payload(delivery.part());
        String content = "<div lang=\"%s\" id=\"%s\">\n%s%s\n</div>"
                .formatted(
                        HtmlText.attribute(delivery.message().language()),
                        mark(delivery),
                        payload.text(),
                        pictures.figures(delivery));
        Map<String, String> fields = new HashMap<>();
        fields.put("title", payload.title());
        fields.put("content", content);
        return fields;
    }

    private WordPressPost draft(Delivery delivery, Map<String, String> fields) throws FailedCall {
        Optional<WordPressPost> known = posts.bySlug(slug(delivery));
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, String> unseen = new HashMap<>(fields);
        unseen.put("status", "draft");
        WordPressPost created = posts.create(unseen);
        if (created.slug().equals(slug(delivery))) {
            return created;
        }
        // an earlier attempt came through after all, while this one was under way
        log.warn(
                "WordPress has two drafts of publication {}: post {} is used, post {} stays an unseen draft",
                delivery.publicationId(),
                slug(delivery),
                created.id());
        return posts.bySlug(slug(delivery)).orElseThrow(() -> new FailedCall(notFindable(created), 0));
    }

    private static Outcome notFindable(WordPressPost created) {
        return new Outcome.Rejected(
                ("WordPress gave draft %d another slug than the one asked for, so that it could not be"
                                + " found again; a plugin may do that. Please delete the draft and see to the plugin.")
                        .formatted(created.id()));
    }

    /** The text goes along: whatever somebody changed in the draft, what was approved becomes public. */
    private Outcome release(WordPressPost draft, Map<String, String> fields) {
        Map<String, String> released = new HashMap<>(fields);
        released.put("status", "publish");
        try {
            WordPressPost post = posts.update(draft.id(), released);
            return post.isPublic()
                    ? new Outcome.Sent(post.asRemote())
                    : new Outcome.Rejected(
                            "WordPress keeps the post as \"%s\" and does not show it; please look at post %d there."
                                    .formatted(post.status(), post.id()));
        } catch (FailedCall failure) {
            return failure.isNotFound()
                    ? new Outcome.NotSent("The draft was taken away in WordPress.")
                    : failure.outcome();
        }
    }

    private Outcome corrected(WordPressPost post, Map<String, String> fields) {
        try {
            return new Outcome.Sent(posts.update(post.id(), fields).asRemote());
        } catch (FailedCall failure) {
            return failure.outcome();
        }
    }

    private static Outcome noLongerPublic(RemotePost earlier) {
        return new Outcome.Rejected(
                "Post %s is no longer public in WordPress, so there is nothing that a reader could see corrected."
                        .formatted(earlier.id()));
    }

    private Outcome comment(Delivery delivery, Map<String, String> fields) {
        try {
            return shown(comments.create(fields));
        } catch (FailedCall failure) {
            return failure.outcome() instanceof Outcome.Rejected ? repeated(delivery, failure) : failure.outcome();
        }
    }

    /** WordPress refuses a comment that it has already; the mark makes each the only one of its kind. */
    private Outcome repeated(Delivery delivery, FailedCall refusal) {
        try {
            return comments.publicWith(mark(delivery))
                    .map(WordPressChannel::shown)
                    .orElseGet(refusal::outcome);
        } catch (FailedCall failure) {
            return refusal.outcome();
        }
    }

    private static Outcome shown(Comment comment) {
        return comment.isPublic()
                ? new Outcome.Sent(comment.asRemote())
                : new Outcome.Rejected(
                        "WordPress has the comment and does not show it: please approve it there (Comments).");
    }

    private Optional<RemotePost> lookUp(Delivery delivery) throws FailedCall {
        Optional<WordPressPost> post = delivery.message().isCorrection()
                ? posts.publicWith(mark(delivery))
                : posts.bySlug(slug(delivery)).filter(WordPressPost::isPublic);
        return post.isPresent()
                ? post.map(WordPressPost::asRemote)
                : comments.publicWith(mark(delivery)).map(Comment::asRemote);
    }

    /** What readers get of it; empty when nobody gets it any more. */
    private Optional<String> live(RemotePost remote) throws FailedCall {
        Optional<String> number = WordPressComments.number(remote.id());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (WordPressComments.isId(remote.id())) {
            return comments.shown(number.get()).map(comment -> PlainText.of(comment.content()));
        }
        WordPressPost post = posts.get(number.get());
        return Optional.of(post)
                .filter(WordPressPost::isPublic)
                .map(shown -> (PlainText.of(shown.title()) + "\n\n" + PlainText.of(shown.content())).strip());
    }
}
