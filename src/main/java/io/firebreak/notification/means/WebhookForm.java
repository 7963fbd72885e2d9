package io.firebreak.notification.means;

import io.firebreak.notification.Webhook;
import org.springframework.http.HttpHeaders;

/**
 * Writes a message as the other side of a webhook wants it. A further form, for another provider of SMS or telephone,
 * say, is a further bean of this type and a further {@link Webhook.Form}.
 */
interface WebhookForm {

    Webhook.Form form();

    /**
     * What is posted.
     *
     * @param url to which it goes
     * @param headers beside those that all posts have
     */
    record Post(String url, HttpHeaders headers, byte[] body) {

        /** Without anything: address, headers and body hold secrets. */
        @Override
        public String toString() {
            return "a post";
        }
    }

    /**
     * @param secret that the webhook names; null when it names none
     * @param address what the webhook calls the person; null where it needs no name
     * @throws Unusable when the plan or the settings lack something
     */
    Post post(Message message, Webhook webhook, String secret, String address) throws Unusable;

    /** Something is missing without which nothing can be posted; the sentence says what to set. */
    final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }
}
