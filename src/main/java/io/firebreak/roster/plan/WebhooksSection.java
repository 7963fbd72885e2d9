package io.firebreak.roster.plan;

import io.firebreak.notification.Webhook;
import io.firebreak.notification.Webhook.Form;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code webhooks}: where messages are posted. Addresses that are secrets and keys of signatures never stand in the plan,
 * which many people read.
 */
final class WebhooksSection {

    private static final Map<String, Form> FORMS = Map.of(
            "generic", Form.GENERIC,
            "slack", Form.SLACK,
            "teams", Form.TEAMS,
            "mattermost", Form.MATTERMOST,
            "goalert", Form.GOALERT);

    private static final Set<Form> ADDRESS_IS_SECRET = Set.of(Form.SLACK, Form.TEAMS, Form.MATTERMOST);

    private static final Pattern LOOKS_SECRET = Pattern.compile(
            "hooks\\.slack\\.com|webhook\\.office\\.com|logic\\.azure\\.com|/hooks/[a-z0-9]{20,}|[?&](token|key|secret|sig)=",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Installation installation;

    WebhooksSection(Installation installation) {
        this.installation = installation;
    }

    Map<String, Webhook> read(Map<String, Place> webhooks) {
        Map<String, Webhook> read = new LinkedHashMap<>();
        webhooks.forEach((name, place) -> webhook(name, place).ifPresent(webhook -> read.put(name, webhook)));
        return Collections.unmodifiableMap(read);
    }

    private Optional<Webhook> webhook(String name, Place place) {
        NamedPlace.check(name, place);
        Fields fields = place.fields(Shape.WEBHOOK);
        Optional<Form> form = fields.read("form", Values.oneOf(FORMS));
        Optional<String> secret = fields.read("secret", this::secret);
        String url = form.map(known -> url(fields, place, known)).orElse(null);
        return form.flatMap(known -> secret.map(key -> new Webhook(name, known, url, key)));
    }

    private String secret(String name) {
        Values.shortName(name);
        if (!installation.hasSecret(name)) {
            throw new WrongValue(
                    "There is no secret %s.".formatted(WrongValue.shown(name)),
                    "Give it in the setting or the file firebreak.notification.secrets.%s; its value never stands here."
                            .formatted(name));
        }
        return name;
    }

    /** The address is never repeated in a sentence: it may be the secret that should not be here. */
    private static String url(Fields fields, Place webhook, Form form) {
        Optional<Place> place = fields.at("url");
        if (ADDRESS_IS_SECRET.contains(form)) {
            place.ifPresent(at -> at.mistake(
                    "The address of a webhook of %s is a secret."
                            .formatted(form.name().toLowerCase(Locale.ROOT)),
                    "Remove it, and give it as the secret that secret: names."));
            return null;
        }
        if (place.isEmpty()) {
            webhook.mistake("The key url is missing.", "Add it: the address to which messages are posted.");
        }
        return place.flatMap(at -> at.read(WebhooksSection::address)).orElse(null);
    }

    private static String address(String text) {
        if (LOOKS_SECRET.matcher(text).find()) {
            throw new WrongValue(
                    "This address holds a secret.",
                    "Remove it, give it as the secret that secret: names, and choose the form that fits.");
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null && isSafe(uri)) {
                return text;
            }
        } catch (URISyntaxException malformed) {
            // the sentence below says what to do
        }
        throw new WrongValue(
                "This is no address that messages can be posted to.",
                "Write an address that begins with https:// and holds no name or password.");
    }

    /** Plain http is for this machine alone: a message names people and cases. */
    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
    }
}
