package io.firebreak.notification;

/**
 * An address to which messages are posted.
 *
 * @param url null where the secret is the address itself, as with Slack, Teams and Mattermost
 * @param secret the name of the setting or file that holds the key of the signature, or the address; null: none
 */
public record Webhook(String name, Form form, String url, String secret) {

    /** In which form the other side wants it. */
    public enum Form {
        /** Our own JSON, signed. */
        GENERIC,
        SLACK,
        TEAMS,
        MATTERMOST,
        /** GoAlert's generic API, behind which are telephone and SMS. */
        GOALERT
    }
}
