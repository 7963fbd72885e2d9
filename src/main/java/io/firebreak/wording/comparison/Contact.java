package io.firebreak.wording.comparison;

import java.util.Locale;

/**
 * How somebody is reached.
 *
 * @param address mail and web addresses in small letters, the latter without scheme and {@code www.}; of a telephone
 *     number its digits without the sign that begins an international one
 */
record Contact(Way way, String address) implements Figure {

    private static final int OWN_NUMBER = 6;

    /** What kind of address it is. */
    enum Way {
        MAIL,
        WEB,
        PHONE
    }

    static Contact mail(String text) {
        return new Contact(Way.MAIL, text.toLowerCase(Locale.ROOT));
    }

    static Contact web(String text) {
        String bare =
                text.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
        return new Contact(Way.WEB, bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
    }

    static Contact phone(String text) {
        return new Contact(Way.PHONE, text.replaceAll("[^0-9]", "").replaceFirst("^00", ""));
    }

    @Override
    public String sort() {
        return way.name();
    }

    @Override
    public boolean agreesWith(Figure other) {
        return other instanceof Contact contact
                && way == contact.way
                && (address.equals(contact.address)
                        || way == Way.PHONE && (isEndOf(contact.address) || contact.isEndOf(address)));
    }

    /** A number is the same with and without its country. */
    private boolean isEndOf(String longer) {
        String own = address.replaceFirst("^0", "");
        return own.length() >= OWN_NUMBER && longer.endsWith(own);
    }

    @Override
    public boolean isTelling() {
        return true;
    }
}
