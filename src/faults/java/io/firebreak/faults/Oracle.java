package io.firebreak.faults;

import io.firebreak.faults.Approved.Batch;
import io.firebreak.faults.TouchPoint.Promise;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what Firebreak says with what readers can read. */
final class Oracle {

    private static final String RECORDS =
            """
            SELECT s.case_reference, p.channel, p.state, p.reason, p.created_at, p.sent_at,
              EXISTS (SELECT 1 FROM firebreak.publication_attempt a WHERE a.publication_id = p.id AND a.step = 'UNKNOWN')
                AS doubted,
              EXISTS (SELECT 1 FROM firebreak.publication_attempt a WHERE a.publication_id = p.id AND a.step = 'FOUND')
                AS found,
              EXISTS (SELECT 1 FROM firebreak.publication_attempt a
                JOIN firebreak.publication_attempt b ON b.publication_id = a.publication_id AND b.id > a.id
                WHERE a.publication_id = p.id AND a.step = 'UNKNOWN' AND b.step = 'STARTED') AS again_after_doubt,
              (SELECT count(*) FROM firebreak.newsroom_release r WHERE r.version_id = p.version_id) AS releases
            FROM firebreak.publication p
            JOIN firebreak.statement_version v ON v.id = p.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            WHERE s.case_reference BETWEEN ? AND ?
            """;

    private final Outside outside;
    private final Supplier<JdbcClient> database;

    Oracle(Outside outside, Supplier<JdbcClient> database) {
        this.outside = outside;
        this.database = database;
    }

    /** What Firebreak says of one publication. */
    record Said(
            String name,
            String channel,
            Promise promise,
            String state,
            String reason,
            boolean doubted,
            boolean found,
            boolean againAfterDoubt,
            int timesPublic,
            Duration delay) {

        boolean isAsked() {
            return state.equals("NEEDS_HUMAN");
        }

        boolean isUnderWay() {
            return List.of("PENDING", "SENDING", "RETRY", "UNKNOWN").contains(state);
        }

        /** Nobody can read it, and nobody is told. */
        boolean isLost() {
            return timesPublic == 0 && !isAsked();
        }

        /** The record says what is not so. */
        boolean isWrong() {
            return state.equals("SENT") != timesPublic > 0 && !isAsked();
        }
    }

    /** The sums of one promise. */
    static final class Sum {

        int publications;
        int isPublic;
        int duplicates;
        int lost;
        int asked;
        int doubted;
        int found;

        private void add(Said said) {
            publications++;
            isPublic += said.timesPublic() > 0 ? 1 : 0;
            duplicates += Math.max(0, said.timesPublic() - 1);
            lost += said.isLost() ? 1 : 0;
            asked += said.isAsked() ? 1 : 0;
            doubted += said.doubted() ? 1 : 0;
            found += said.found() ? 1 : 0;
        }
    }

    /** All of it, with what must not be. */
    record Verdict(Map<Promise, Sum> sums, List<String> offences) {

        @Override
        public String toString() {
            StringBuilder table = new StringBuilder(
                    "| kept from happening twice by | publications | public | duplicates | lost | a person is asked | in doubt on the way | settled by a look |\n|---|---|---|---|---|---|---|---|\n");
            sums.forEach((promise, sum) -> table.append("| %s | %d | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(
                            promise,
                            sum.publications,
                            sum.isPublic,
                            sum.duplicates,
                            sum.lost,
                            sum.asked,
                            sum.doubted,
                            sum.found)));
            return table.toString();
        }
    }

    List<Said> of(Batch batch) {
        List<String> references = batch.references();
        Map<String, Integer> times = outside.timesPublic();
        return database.get()
                .sql(RECORDS)
                .params(references.get(0), references.get(references.size() - 1))
                .query((row, number) -> {
                    String channel = row.getString("channel");
                    String name = Outside.name(row.getString("case_reference"), channel);
                    boolean ours = channel.equals("newsroom");
                    Timestamp sentAt = row.getTimestamp("sent_at");
                    return new Said(
                            name,
                            channel,
                            ours
                                    ? Promise.TRANSACTION
                                    : outside.touchPoint(channel).promise(),
                            row.getString("state"),
                            row.getString("reason"),
                            row.getBoolean("doubted"),
                            row.getBoolean("found"),
                            row.getBoolean("again_after_doubt"),
                            ours ? row.getInt("releases") : times.getOrDefault(name, 0),
                            sentAt == null
                                    ? null
                                    : Duration.between(
                                            row.getTimestamp("created_at").toInstant(), sentAt.toInstant()));
                })
                .list();
    }

    /** How many of these are not at their end yet. */
    int underWay(Batch batch) {
        return database.get()
                .sql(
                        """
                        SELECT count(*) FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        WHERE s.case_reference BETWEEN ? AND ? AND p.state IN ('PENDING', 'SENDING', 'RETRY', 'UNKNOWN')
                        """)
                .params(
                        batch.references().get(0),
                        batch.references().get(batch.references().size() - 1))
                .query(Integer.class)
                .single();
    }

    /** How many calls that were begun before a moment still count as under way, for each process that has any. */
    Map<UUID, Integer> sendingSince(Instant moment) {
        Map<UUID, Integer> calls = new HashMap<>();
        database.get()
                .sql(
                        """
                        SELECT p.node, count(*) FROM firebreak.publication p WHERE p.state = 'SENDING' AND EXISTS (
                          SELECT 1 FROM firebreak.publication_attempt a WHERE a.publication_id = p.id
                            AND a.attempt = p.attempt AND a.step = 'STARTED' AND a.at <= ?)
                        GROUP BY p.node
                        """)
                .param(Timestamp.from(moment))
                .query(row -> {
                    calls.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return calls;
    }

    /** How many processes are calling servers now. */
    int sendingNodes() {
        return database.get()
                .sql("SELECT count(DISTINCT node) FROM firebreak.publication WHERE state = 'SENDING'")
                .query(Integer.class)
                .single();
    }

    Verdict judge(List<Batch> batches) {
        Map<Promise, Sum> sums = new EnumMap<>(Promise.class);
        List<String> offences = new ArrayList<>();
        for (Batch batch : batches) {
            for (Said said : of(batch)) {
                sums.computeIfAbsent(said.promise(), promise -> new Sum()).add(said);
                offence(said).ifPresent(offences::add);
            }
        }
        return new Verdict(sums, offences);
    }

    private static java.util.Optional<String> offence(Said said) {
        String what = null;
        if (said.timesPublic() > 1) {
            what = "is public " + said.timesPublic() + " times";
        } else if (said.isLost()) {
            what = "is lost";
        } else if (said.isWrong() || said.isUnderWay()) {
            what = "is not what the record says";
        } else if (said.promise() == Promise.PERSON && said.againAfterDoubt()) {
            what = "was sent again though nobody could know";
        } else if (said.promise() != Promise.PERSON && said.isAsked()) {
            what = "was handed to a person without need";
        }
        return java.util.Optional.ofNullable(what)
                .map(offence -> "%s %s (%s; %s)".formatted(said.name(), offence, said.state(), said.reason()));
    }
}
