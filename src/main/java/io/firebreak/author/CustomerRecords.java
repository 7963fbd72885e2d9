package io.firebreak.author;

import io.firebreak.access.Actor;
import io.firebreak.author.AuthorFile.OrderMatch;
import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders and tickets that a customer system delivers: only numbers and, where it knows them, accounts; no other data of
 * customers. They are forgotten after a while.
 */
@Service
class CustomerRecords {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/_.-]{2,98}[\\p{L}\\p{N}]");
    private static final int MOST_NUMBERS = 200;

    private final JdbcClient jdbc;
    private final AuthorProperties settings;
    private final Ledger ledger;
    private final Clock clock;

    CustomerRecords(JdbcClient jdbc, AuthorProperties settings, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** As it is compared: letters and digits alone, in small letters. */
    static String folded(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Takes records in, in the place of those with the same numbers, and forgets those whose time is over. */
    @Transactional
    void receive(List<CustomerRecord> records, Actor actor) {
        Instant now = clock.instant();
        records.stream()
                .sorted(Comparator.comparing(one -> folded(one.number())))
                .forEach(one -> jdbc.sql(
                                """
                                INSERT INTO firebreak.customer_record (number_folded, number, handle, place, author, received_at)
                                VALUES (:folded, :number, :handle, :place,
                                  lower(ltrim(btrim(:handle), '@')) || ' ' || lower(btrim(:place)), :now)
                                ON CONFLICT (number_folded) DO UPDATE SET number = excluded.number,
                                  handle = excluded.handle, place = excluded.place, author = excluded.author,
                                  received_at = excluded.received_at
                                """)
                        .param("folded", folded(one.number()))
                        .param("number", one.number())
                        .param("handle", one.handle(), Types.VARCHAR)
                        .param("place", one.place(), Types.VARCHAR)
                        .param("now", Timestamps.of(now))
                        .update());
        jdbc.sql("DELETE FROM firebreak.customer_record WHERE received_at < ?")
                .param(Timestamps.of(now.minus(settings.keepCustomerRecords())))
                .update();
        ledger.record(new Act(
                        null,
                        actor.id(),
                        "customerRecords.received",
                        "%,d orders and tickets of customers taken in.".formatted(records.size()))
                .with("records", records.size()));
    }

    /**
     * Those that may be the author's: of their account, or named in their words.
     *
     * @param handle null where it is not known
     */
    @Transactional(readOnly = true)
    List<OrderMatch> matching(String handle, String place, String words) {
        Set<OrderMatch> matches = new LinkedHashSet<>();
        if (handle != null) {
            jdbc.sql("SELECT number FROM firebreak.customer_record WHERE received_at >= :since"
                            + " AND author = lower(ltrim(btrim(:handle), '@')) || ' ' || lower(btrim(:place))"
                            + " ORDER BY received_at DESC LIMIT 10")
                    .param("since", Timestamps.of(since()))
                    .param("handle", handle)
                    .param("place", place)
                    .query(String.class)
                    .list()
                    .forEach(number -> matches.add(new OrderMatch(
                            number, "%s belongs to this account, as the customer system says.".formatted(number))));
        }
        named(words)
                .forEach(number -> matches.add(new OrderMatch(
                        number, "%s is named in the post, and the customer system knows it.".formatted(number))));
        return List.copyOf(matches);
    }

    private List<String> named(String words) {
        List<String> candidates = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(words);
        while (matcher.find() && candidates.size() < MOST_NUMBERS) {
            if (matcher.group().chars().anyMatch(Character::isDigit)) {
                candidates.add(folded(matcher.group()));
            }
        }
        return jdbc.sql("SELECT number FROM firebreak.customer_record WHERE received_at >= :since"
                        + " AND number_folded = ANY (CAST(:candidates AS text[])) ORDER BY number LIMIT 10")
                .param("since", Timestamps.of(since()))
                .param("candidates", candidates.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private Instant since() {
        return clock.instant().minus(settings.keepCustomerRecords());
    }
}
