package io.firebreak.crisis;

import io.firebreak.likeness.Wordprint;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the open cases that may be what somebody is about to report. */
@Service
public class LikeCases {

    /** More would be read by nobody. */
    private static final int MOST = 5;

    /** With this much in common, two titles say the same in other words, or nearly so. */
    private static final double ALIKE = 0.45;

    /** Older ones are not looked at: a house with so many open cases would wait for each letter that is typed. */
    private static final int LOOKED_AT = 1_000;

    private final JdbcClient jdbc;
    private final String houseBrand;

    LikeCases(JdbcClient jdbc, @Value("${firebreak.brand}") String houseBrand) {
        this.jdbc = jdbc;
        this.houseBrand = houseBrand;
    }

    /**
     * An open case.
     *
     * @param severity S1 to S4; null before it is decided
     * @param sameLink whether its report links to the same post
     */
    public record LikeCase(String reference, String title, String severity, boolean sameLink) {}

    private record Open(String reference, String title, String severity, String sourceUrl) {}

    private record Compared(LikeCase found, double likeness) {}

    /**
     * The open cases of the house's brand with this link or a title like this one, the likest first, five at most.
     *
     * @param title may be null or blank
     * @param link may be null or blank
     */
    @Transactional(readOnly = true)
    public List<LikeCase> find(String title, String link) {
        Wordprint wanted = Wordprint.of(title == null ? "" : title);
        String address = link == null || link.isBlank() ? null : link.strip();
        return open().stream()
                .map(open -> compare(open, wanted, address))
                .filter(compared -> compared.found().sameLink() || compared.likeness() >= ALIKE)
                .sorted(Comparator.comparing(
                                (Compared compared) -> !compared.found().sameLink())
                        .thenComparing(
                                Comparator.comparingDouble(Compared::likeness).reversed()))
                .limit(MOST)
                .map(Compared::found)
                .toList();
    }

    private List<Open> open() {
        return jdbc.sql(
                        """
                        SELECT reference, title, severity, source_url FROM firebreak.crisis_case
                        WHERE phase <> 'CLOSED' AND coalesce(brand, :brand) = :brand
                        ORDER BY received_at DESC LIMIT :most
                        """)
                .param("brand", houseBrand)
                .param("most", LOOKED_AT)
                .query(Open.class)
                .list();
    }

    private static Compared compare(Open open, Wordprint wanted, String address) {
        boolean sameLink = address != null && address.equals(open.sourceUrl());
        return new Compared(
                new LikeCase(open.reference(), open.title(), open.severity(), sameLink),
                Wordprint.of(open.title()).likeness(wanted));
    }
}
