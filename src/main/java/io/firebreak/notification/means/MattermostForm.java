package io.firebreak.notification.means;

import io.firebreak.notification.Webhook;
import io.firebreak.notification.means.Message.Link;
import io.firebreak.notification.means.Message.Links;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * An incoming webhook of Mattermost, which reads Markdown, and everywhere names after @ and, as Slack does, after an
 * opening angle bracket: an invisible blank behind those keeps foreign text from calling anybody.
 */
@Component
class MattermostForm implements WebhookForm {

    /** A post may have 16,383 signs. */
    private static final int MOST = 5_000;

    private static final Pattern MEMBER = Pattern.compile("[a-z][a-z0-9._-]{1,63}");
    private static final Set<String> EVERYBODY = Set.of("all", "channel", "here");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#~|!>]");
    private static final Pattern LIST = Pattern.compile("(?m)^(\\s*)([-+]|\\d+\\.)(?=\\s|-|\\+)");
    private static final String NOTHING = "\u200B";

    @Override
    public Webhook.Form form() {
        return Webhook.Form.MATTERMOST;
    }

    @Override
    public Post post(Message message, Webhook webhook, String secret, String address) throws Unusable {
        boolean calls = address != null && MEMBER.matcher(address).matches() && !EVERYBODY.contains(address);
        String text = Stream.of(
                        (calls ? "@" + address + " " : "") + "**" + plain(JsonPost.cut(message.subject(), 500)) + "**",
                        plain(JsonPost.cut(message.body(), MOST)),
                        links(message.links()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return JsonPost.to(JsonPost.secretAddress(webhook, secret), Map.of("text", text));
    }

    private static String plain(String text) {
        String escaped = MARKDOWN.matcher(text).replaceAll("\\\\$0");
        return LIST.matcher(escaped)
                .replaceAll("$1" + NOTHING + "$2")
                .replace("@", "@" + NOTHING)
                .replace("<", "<" + NOTHING);
    }

    private static String links(Links links) {
        return Stream.of(links.take(), links.decline(), links.task())
                .filter(Objects::nonNull)
                .map(MattermostForm::link)
                .collect(Collectors.joining("\n"));
    }

    private static String link(Link link) {
        return "[%s](%s)".formatted(plain(link.label()), link.url());
    }
}
