package io.firebreak.notification.means;

import io.firebreak.notification.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * GoAlert's generic API, which makes an alert of the message and calls or texts whoever is on duty for its service
 * there. The key of the integration goes with the form, not with the address, so that it is in no log of addresses.
 */
@Component
class GoAlertForm implements WebhookForm {

    private static final String PATH = "/api/v2/generic/incoming";

    /** GoAlert cuts a summary and details that are longer. */
    private static final int MOST_SUMMARY = 1_024;

    private static final int MOST_DETAILS = 6_144;

    @Override
    public Webhook.Form form() {
        return Webhook.Form.GOALERT;
    }

    @Override
    public Post post(Message message, Webhook webhook, String secret, String address) throws Unusable {
        if (webhook.url() == null || secret == null) {
            throw new Unusable(
                    "The webhook %s needs the address of the GoAlert server and the secret with its integration key."
                            .formatted(webhook.name()));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", secret);
        fields.put("summary", JsonPost.cut(message.subject(), MOST_SUMMARY));
        fields.put("details", JsonPost.cut(details(message, address), MOST_DETAILS));
        // an alert that is open already is not made again
        fields.put("dedup", "firebreak-" + message.id());
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return new Post(incoming(webhook.url()), headers, encoded(fields));
    }

    private static String incoming(String url) {
        String server = url.replaceFirst("/+$", "");
        return server.endsWith(PATH) ? server : server + PATH;
    }

    /** Who is called decides GoAlert; the message says for whom it is. */
    private static String details(Message message, String address) {
        String person = message.person().name() + (address == null ? "" : " (" + address + ")");
        return person + "\n\n" + message.plainText();
    }

    private static byte[] encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
