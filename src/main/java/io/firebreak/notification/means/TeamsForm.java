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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A workflow of Microsoft Teams that takes a webhook request and posts its adaptive card. Text runs are not read as
 * Markdown, so foreign text in them stays text.
 */
@Component
class TeamsForm implements WebhookForm {

    /** A card may have 28 KB with all that is around it. */
    private static final int MOST = 4_000;

    /** A user principal name or an object id: what Teams calls a person. */
    private static final Pattern MEMBER = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public Webhook.Form form() {
        return Webhook.Form.TEAMS;
    }

    @Override
    public Post post(Message message, Webhook webhook, String secret, String address) throws Unusable {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("content", card(message, address));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "message");
        body.put("attachments", List.of(attachment));
        return JsonPost.to(JsonPost.secretAddress(webhook, secret), body);
    }

    private static Map<String, Object> card(Message message, String address) {
        boolean calls = address != null && MEMBER.matcher(address).matches();
        String calling = "<at>" + message.person().name().replaceAll("[<>&*_\\[\\]()`~#\\p{Cntrl}]", "") + "</at>";
        List<Map<String, Object>> body = new ArrayList<>();
        if (calls) {
            body.add(Map.of("type", "TextBlock", "text", calling));
        }
        body.add(text(JsonPost.cut(message.subject(), 500), true));
        for (String line : JsonPost.cut(message.body(), MOST).split("\n")) {
            if (!line.isBlank()) {
                body.add(text(line, false));
            }
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body);
        card.put("actions", actions(message.links()));
        if (calls) {
            card.put("msteams", Map.of("entities", List.of(mention(calling, message, address))));
        }
        return card;
    }

    private static Map<String, Object> mention(String calling, Message message, String address) {
        Map<String, Object> mention = new LinkedHashMap<>();
        mention.put("type", "mention");
        mention.put("text", calling);
        mention.put("mentioned", Map.of("id", address, "name", message.person().name()));
        return mention;
    }

    private static Map<String, Object> text(String text, boolean strong) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("type", "TextRun");
        run.put("text", text);
        if (strong) {
            run.put("weight", "Bolder");
        }
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "RichTextBlock");
        block.put("inlines", List.of(run));
        return block;
    }

    private static List<Map<String, Object>> actions(Links links) {
        return Stream.of(links.take(), links.decline(), links.task())
                .filter(Objects::nonNull)
                .map(TeamsForm::action)
                .toList();
    }

    private static Map<String, Object> action(Link link) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "Action.OpenUrl");
        action.put("title", link.label());
        action.put("url", link.url());
        return action;
    }
}
