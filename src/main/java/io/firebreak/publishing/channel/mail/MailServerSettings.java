package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.Account;
import io.firebreak.publishing.channel.AccountRules;
import java.net.URI;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Where mails are handed in, and as whom.
 *
 * @param protocol {@code smtp} or {@code smtps}
 * @param port -1 for the protocol's own
 * @param user null when nobody signs in
 * @param password null when nobody signs in; never shown
 * @param properties of the mail library, under {@code mail.<protocol>}
 */
record MailServerSettings(String protocol, String host, int port, String user, String password, Properties properties) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The account's own server, or, when its url is not set, the one of this installation.
     *
     * @throws IllegalArgumentException with a sentence that says what to set
     */
    static MailServerSettings of(Account account, JavaMailSender ourOwn) {
        if (account.url() != null) {
            return ofAccount(account, account.url());
        }
        if (ourOwn instanceof JavaMailSenderImpl sender && sender.getHost() != null) {
            return ofInstallation(sender);
        }
        throw MailAddressees.complaint(
                account, "url is missing; please set it, such as smtps://mail.example.org, or set spring.mail.host.");
    }

    private static MailServerSettings ofInstallation(JavaMailSenderImpl sender) {
        String protocol = sender.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : sender.getProtocol();
        Properties properties = new Properties();
        properties.putAll(sender.getJavaMailProperties());
        return new MailServerSettings(
                protocol,
                sender.getHost(),
                sender.getPort(),
                emptyToNull(sender.getUsername()),
                emptyToNull(sender.getPassword()),
                properties);
    }

    private static MailServerSettings ofAccount(Account account, URI url) {
        String protocol = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean encrypted = protocol.equals("smtps");
        if (!encrypted && !protocol.equals("smtp") || url.getHost() == null || url.getRawUserInfo() != null) {
            throw MailAddressees.complaint(
                    account,
                    "url is no mail server; please write it like smtps://mail.example.org or smtp://mail.example.org:587,"
                            + " with user and secret as settings of their own.");
        }
        boolean signsIn = account.user() != null && !account.user().isBlank();
        Properties properties = new Properties();
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (!encrypted) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            // nobody on the way may read the password, or talk the two out of encrypting
            properties.setProperty(
                    "mail.smtp.starttls.required", Boolean.toString(signsIn && !LOOPBACK.contains(url.getHost())));
        }
        return new MailServerSettings(
                protocol,
                url.getHost(),
                url.getPort() >= 0 ? url.getPort() : encrypted ? 465 : 587,
                signsIn ? account.user().strip() : null,
                signsIn ? AccountRules.secret(account, "the password of that user") : null,
                properties);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s://%s:%d".formatted(protocol, host, port);
    }
}
