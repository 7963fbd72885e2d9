package io.firebreak.notification.means;

import io.firebreak.notification.Webhook;
import io.firebreak.notification.means.Message.Link;
import io.firebreak.notification.means.Message.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * An incoming webhook of Slack. There a name, a channel or everybody is called between angle brackets, which foreign
 * text can't write; and {@code verbatim} keeps Slack from finding names and links in it by itself.
 */
@Component
class SlackForm implements WebhookForm {

    /** Slack takes 3,000 of a section, in which an escaped sign may count for five. */
    private static final int MOST = 2_900;

    private static final Pattern MEMBER = Pattern.compile("[UW][A-Z0-9]{4,20}");

    @Override
    public Webhook.Form form() {
        return Webhook.Form.SLACK;
    }

    @Override
    public Post post(Message message, Webhook webhook, String secret, String address) throws Unusable {
        String calling = address != null && MEMBER.matcher(address).matches() ? "<@" + address + "> " : "";
        String subject = calling + "*" + escaped(message.subject(), 500) + "*";
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(section(subject));
        blocks.add(section(escaped(message.body(), MOST)));
        String links = links(message.links());
        if (!links.isEmpty()) {
            blocks.add(section(links));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", calling + escaped(message.subject(), 500));
        body.put("blocks", blocks);
        // nobody but a person opens the links
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        return JsonPost.to(JsonPost.secretAddress(webhook, secret), body);
    }

    private static Map<String, Object> section(String text) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "mrkdwn");
        content.put("text", text);
        content.put("verbatim", true);
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "section");
        section.put("text", content);
        return section;
    }

    private static String links(Links links) {
        return Stream.of(links.take(), links.decline(), links.task())
                .filter(Objects::nonNull)
                .map(SlackForm::link)
                .collect(Collectors.joining("\n"));
    }

    private static String link(Link link) {
        return "<%s|%s>".formatted(escaped(link.url()), escaped(link.label()));
    }

    private static String escaped(String text, int most) {
        String whole = escaped(text);
        for (int room = most; whole.length() > most; room -= room / 5 + 1) {
            whole = escaped(JsonPost.cut(text, room));
        }
        return whole;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
