package io.firebreak.publishing.channel;

import java.net.URI;
import java.util.regex.Pattern;

/** What the settings of an account must hold, whatever its kind, so that every kind asks for it in the same words. */
public final class AccountRules {

    /** What may stand in a header as it is; anything else would tear it open. */
    private static final Pattern ONE_WORD = Pattern.compile("[\\x21-\\x7e]+");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private AccountRules() {}

    /**
     * The server's address without a slash at its end. A secret goes there, so it must be https; plain http is for a
     * server on this machine.
     *
     * @throws IllegalArgumentException with a sentence that says what to set
     */
    public static URI server(Account account, String example) {
        URI url = account.url();
        if (url == null) {
            throw complaint(account, "url is missing; please set the address of the server, such as " + example + ".");
        }
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getFragment() != null) {
            throw complaint(account, "url is no address of a server; please write it like " + example + ".");
        }
        boolean isSafe = "https".equalsIgnoreCase(url.getScheme())
                || "http".equalsIgnoreCase(url.getScheme())
                        && LOOPBACK.matcher(url.getHost()).matches();
        if (!isSafe) {
            throw complaint(account, "url must begin with https://, for the secret would travel readable otherwise.");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /**
     * A password or token that can stand in a header.
     *
     * @throws IllegalArgumentException with a sentence that says what to set, and never the secret
     */
    public static String secret(Account account, String what) {
        if (account.secret() == null || account.secret().isBlank()) {
            throw complaint(account, "secret is missing; please set " + what + ".");
        }
        String secret = account.secret().strip();
        if (!ONE_WORD.matcher(secret).matches()) {
            throw complaint(
                    account, "secret has blanks or signs that no secret of this kind has; please set " + what + ".");
        }
        return secret;
    }

    /**
     * @throws IllegalArgumentException with a sentence that says what to set
     */
    public static String user(Account account, String what) {
        if (account.user() == null || account.user().isBlank()) {
            throw complaint(account, "user is missing; please set " + what + ".");
        }
        return account.user().strip();
    }

    private static IllegalArgumentException complaint(Account account, String sentence) {
        return new IllegalArgumentException("firebreak.channels.%s.%s".formatted(account.name(), sentence));
    }
}
