package io.firebreak.publishing.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the one form in which it is compared and used: the part before the @ as it is, the domain in small
 * ASCII letters. Quoted and internationalised local parts are not taken, for many servers refuse them.
 *
 * @param address for example {@code press@example.org}
 * @param name who that is, for people; null when there is no name
 */
record Mailbox(String address, String name) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    /** The mailbox that a person wrote, with or without a name; empty when it is none. */
    static Optional<Mailbox> read(String written) {
        if (written.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(written.strip(), false);
            return parsed.length == 1 && !parsed[0].isGroup()
                    ? usual(parsed[0].getAddress()).map(address -> new Mailbox(address, parsed[0].getPersonal()))
                    : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    InternetAddress asHeader() {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java platform has UTF-8", impossible);
        }
    }

    private static Optional<String> usual(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = ascii(address.substring(at + 1));
        boolean fine = LOCAL.matcher(local).matches()
                && local.length() <= LONGEST_LOCAL
                && DOMAIN.matcher(domain).matches()
                && local.length() + 1 + domain.length() <= LONGEST;
        return fine ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }
}
