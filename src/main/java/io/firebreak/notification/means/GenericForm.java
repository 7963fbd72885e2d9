package io.firebreak.notification.means;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.firebreak.notification.Webhook;
import io.firebreak.notification.means.Message.Link;
import io.firebreak.notification.means.Message.Matter;
import org.springframework.stereotype.Component;

/** Our own JSON, signed; docs/chain-of-command.md says how the other side checks it. */
@Component
class GenericForm implements WebhookForm {

    static final String SIGNATURE = "Firebreak-Signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public Webhook.Form form() {
        return Webhook.Form.GENERIC;
    }

    @Override
    public Post post(Message message, Webhook webhook, String secret, String address) throws Unusable {
        if (webhook.url() == null) {
            throw new Unusable(
                    "The webhook %s has no address; please give it one in the crisis plan.".formatted(webhook.name()));
        }
        if (secret == null) {
            throw new Unusable("The webhook %s names no secret to sign with; please let the crisis plan name one."
                    .formatted(webhook.name()));
        }
        Post post = JsonPost.to(webhook.url(), Body.of(message, address));
        post.headers().set(SIGNATURE, Signature.of(post.body(), message.sentAt(), secret));
        post.headers().set(IDEMPOTENCY_KEY, message.id());
        return post;
    }

    @JsonPropertyOrder({"id", "kind", "subject", "text", "case", "task", "person", "links", "sentAt"})
    private record Body(
            String id,
            String kind,
            String subject,
            String text,
            @JsonProperty("case") Case aboutCase,
            Task task,
            Person person,
            Links links,
            String sentAt) {

        static Body of(Message message, String address) {
            Matter matter = message.matter();
            return new Body(
                    message.id(),
                    message.kind(),
                    message.subject(),
                    message.body(),
                    matter.caseReference() == null ? null : new Case(matter.caseReference(), matter.caseTitle()),
                    matter.taskId() == null
                            ? null
                            : new Task(
                                    matter.taskId(),
                                    matter.taskName(),
                                    matter.dueAt() == null
                                            ? null
                                            : matter.dueAt().toString()),
                    new Person(message.person().userId(), message.person().name(), address),
                    new Links(
                            url(message.links().take()),
                            url(message.links().decline()),
                            url(message.links().task())),
                    message.sentAt().toString());
        }

        private static String url(Link link) {
            return link == null ? null : link.url();
        }
    }

    private record Case(String reference, String title) {}

    private record Task(String id, String name, String dueAt) {}

    private record Person(String id, String name, String address) {}

    private record Links(String take, String decline, String task) {}
}
