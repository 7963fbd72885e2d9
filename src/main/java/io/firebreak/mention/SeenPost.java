package io.firebreak.mention;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post as a person saw it. Only acceptable ones exist; see {@link #of}.
 *
 * @param source the network, as tools name it that deliver mentions
 * @param handle the name of the author's account
 * @param language of the text, a BCP 47 tag
 * @param url where it stands; null where it has no address
 * @param text word by word
 */
public record SeenPost(String source, String handle, String language, String url, String text) {

    private static final TextRule SOURCE = TextRule.line("network", "The network", 100);
    private static final TextRule HANDLE = TextRule.line("author", "The name of the author's account", 200);
    private static final TextRule URL =
            TextRule.line("link", "The link to the comment", 2_000).optional();
    private static final TextRule TEXT = TextRule.text("text", "The comment", 8_000);

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("/(\\d{1,40})/?$");
    private static final Pattern COMMENT_OF_WORDPRESS = Pattern.compile("#(comment-\\d{1,18})$");

    /**
     * A checked post.
     *
     * @throws io.firebreak.rule.Refusal that names everything that is wrong with it
     */
    public static SeenPost of(String source, String handle, String language, String url, String text) {
        Problems problems = new Problems();
        SeenPost post = new SeenPost(
                problems.collect(() -> SOURCE.require(source)),
                problems.collect(() -> HANDLE.require(handle)),
                problems.collect(() -> LanguageTag.require("language", language)),
                problems.collect(() -> WebAddress.require("link", URL.require(url))),
                problems.collect(() -> TEXT.require(text)));
        problems.refuseIfAny();
        return post;
    }

    NewMention asMention(String brand, Instant seenAt) {
        String externalId = externalId();
        return new NewMention(
                UUID.randomUUID(),
                source,
                externalId,
                brand,
                new Author(handle, null, null, null),
                language,
                seenAt,
                url,
                externalId,
                text,
                List.of());
    }

    /** The network's own name for it where its address tells, so that a tool which delivers it too means the same. */
    private String externalId() {
        if (url == null) {
            return "seen-" + UUID.randomUUID();
        }
        Matcher comment = COMMENT_OF_WORDPRESS.matcher(url);
        if (comment.find()) {
            return comment.group(1);
        }
        Matcher number = NUMBER_AT_THE_END.matcher(url);
        return number.find() ? number.group(1) : url;
    }
}
