package io.firebreak.notification.means;

import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Posts messages to webhooks, in the form that each wants. */
@Component
class WebhookSending implements Sender {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final Map<Webhook.Form, WebhookForm> forms = new EnumMap<>(Webhook.Form.class);
    private final MeansSettings settings;
    private final WebhookHttp http;

    WebhookSending(List<WebhookForm> forms, MeansSettings settings, WebhookHttp http) {
        forms.forEach(form -> this.forms.put(form.form(), form));
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Means.Kind kind() {
        return Means.Kind.WEBHOOK;
    }

    @Override
    public Outcome send(Means means, Message message) {
        Webhook webhook = means.webhook();
        try {
            String secret = secret(webhook);
            WebhookForm.Post post = forms.get(webhook.form()).post(message, webhook, secret, means.address());
            return http.post(safe(post.url(), webhook), post, secret);
        } catch (WebhookForm.Unusable unusable) {
            // not for ever: the operator may set what is missing
            return new Outcome.Failed(unusable.getMessage(), null);
        }
    }

    private String secret(Webhook webhook) throws WebhookForm.Unusable {
        if (webhook.secret() == null) {
            return null;
        }
        return settings.secret(webhook.secret())
                .orElseThrow(() ->
                        new WebhookForm.Unusable("Its secret is missing; please set firebreak.notification.secrets.%s."
                                .formatted(webhook.secret())));
    }

    /** What is in a message travels encrypted; plain http is for a server on this machine. */
    private static URI safe(String url, Webhook webhook) throws WebhookForm.Unusable {
        try {
            URI address = new URI(url);
            boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
            boolean near = "http".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && LOOPBACK.matcher(address.getHost()).matches();
            if ((encrypted || near) && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException unreadable) {
            // the sentence below says what to do, and not what was there: it may be a secret
        }
        throw new WebhookForm.Unusable("The address of the webhook %s must begin with https:// and hold no password."
                .formatted(webhook.name()));
    }
}
