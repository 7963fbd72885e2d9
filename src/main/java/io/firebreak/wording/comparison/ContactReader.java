package io.firebreak.wording.comparison;

import io.firebreak.rule.LinkFinder;
import java.util.regex.Pattern;

/** Reads web addresses, mail addresses and telephone numbers. */
final class ContactReader {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern WEB = Pattern.compile(
            LinkFinder.CANDIDATE + "|(?<![\\p{L}\\p{N}@.])www\\.[\\p{L}\\p{N}][^\\s\\p{Z}\\p{C}<>\"'`{}|\\\\^]{1,500}",
            ANY_CASE);

    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}",
            ANY_CASE);

    /** Digits in groups, as people write a number to be dialled. */
    private static final String DIALLED = "\\d(?:(?:[ ()/\\-\\u2011\\u2013]{0,2}|\\.)\\d){%d,%d}(?!\\p{N})";

    private static final Pattern INTERNATIONAL =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\+|00)\\s?" + DIALLED.formatted(6, 14));

    /** Groups that no thousands are separated into; nine digits in three groups are no number without its unit either. */
    private static final Pattern GROUPED = Pattern.compile("(?<![\\p{L}\\p{N}.,-])(?:"
            + "\\(?0\\d{1,4}\\)?[ /-]?\\d(?:[ -]?\\d){4,8}"
            + "|\\d{3}-\\d{3}-\\d{3,4}"
            + "|\\d{2,3} \\d{2,3}(?: \\d{2}){2,3}"
            + "|\\d{3} \\d{3} \\d{3})(?![\\p{N}-]|[.,]\\d|\\s?(?:[%€$£]|zł|euro|EUR|PLN|USD))");

    private final Pattern introduced;

    ContactReader(FigureWords words) {
        introduced = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + words.anyOf("phone") + "[\\s:.]{1,3}(?:" + words.anyOf("phone.before")
                        + "\\s+){0,2}(\\(?" + DIALLED.formatted(2, 13) + ")",
                ANY_CASE);
    }

    void read(Scan scan) {
        readWeb(scan);
        scan.read(MAIL, (match, before) -> Contact.mail(match.group()));
        scan.read(INTERNATIONAL, (match, before) -> Contact.phone(match.group()));
        scan.readFirstGroup(introduced, (match, before) -> Contact.phone(match.group(1)));
        scan.read(GROUPED, (match, before) -> Contact.phone(match.group()));
    }

    private static void readWeb(Scan scan) {
        var matcher = WEB.matcher(scan.rest());
        while (matcher.find()) {
            String address = LinkFinder.withoutPunctuation(matcher.group());
            scan.keep(Contact.web(address), matcher.start(), matcher.start() + address.length());
        }
    }
}
