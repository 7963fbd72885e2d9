package io.firebreak.notification;

import java.time.Duration;
import java.util.Locale;

/** What a means is called: among the means of its person, by those who take messages, and by people. */
final class MeansKey {

    private static final String MAIL = "mail";
    private static final String NONE = "none";

    private MeansKey() {}

    /** The same means with the mail address that it goes to. */
    static Means resolved(Means means, String mailAddress) {
        boolean known = means.kind() != Means.Kind.EMAIL || means.address() != null;
        return known ? means : new Means(means.kind(), mailAddress, means.webhook(), means.after());
    }

    /** Who takes what goes out by it. */
    static String server(Means means) {
        return switch (means.kind()) {
            case TASKLIST -> NONE;
            case EMAIL -> MAIL;
            case WEBHOOK -> "webhook:" + means.webhook().name();
        };
    }

    /** Under what its outcomes are kept: another address is another means. */
    static String of(Means means) {
        String address = means.address() == null ? "" : " " + means.address();
        return server(means) + address;
    }

    /** As people call it; no address is in it. */
    static String spoken(Means means) {
        Webhook webhook = means.webhook();
        return spoken(means.kind(), webhook == null ? null : webhook.name(), webhook == null ? null : webhook.form());
    }

    /**
     * @param webhook null where it is none, as the form is
     */
    static String spoken(Means.Kind kind, String webhook, Webhook.Form form) {
        return switch (kind) {
            case TASKLIST -> "list of tasks";
            case EMAIL -> "e-mail";
            case WEBHOOK -> "%s (%s)".formatted(webhook, form.name().toLowerCase(Locale.ROOT));
        };
    }

    /** Enough of an address for its owner to know it, and for nobody else to use it. */
    static String masked(String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        if (at > 0) {
            return address.charAt(0) + "…" + address.substring(at);
        }
        return address.length() <= 4 ? "…" : "…" + address.substring(address.length() - 2);
    }

    static Duration after(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
