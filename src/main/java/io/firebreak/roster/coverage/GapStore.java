package io.firebreak.roster.coverage;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of looks ahead and of what they found. */
@Repository
class GapStore {

    /**
     * A gap that is not closed.
     *
     * @param answeredAt when somebody last said what was done about it; null while its task waits
     * @param accepted whether they said that it is left as it is
     * @param askedAs what it is gathered under with others of the same cause
     */
    record Open(Gap gap, Instant answeredAt, boolean accepted, UUID askedAs, String processInstanceId) {

        boolean isAskedFor(UUID id) {
            return askedAs.equals(id) && answeredAt == null;
        }
    }

    /** When was looked last, and how much was found. */
    record Look(Instant at, int thin, int red) {}

    private final JdbcClient jdbc;

    GapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Open> open() {
        return jdbc.sql("SELECT * FROM firebreak.coverage_gap WHERE closed_at IS NULL ORDER BY from_at, id")
                .query(GapStore::read)
                .list();
    }

    /** Those for which one task asks, locked until the transaction ends. */
    List<Open> lockAskedAs(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.coverage_gap WHERE asked_as = ? AND closed_at IS NULL"
                        + " AND answered_at IS NULL ORDER BY from_at, id FOR UPDATE")
                .param(id)
                .query(GapStore::read)
                .list();
    }

    void add(Gap gap, UUID askedAs, String processInstanceId, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.coverage_gap
                          (id, chain, role, severities, verdict, reason, from_at, to_at, more, found_at, seen_at,
                           asked_as, process_instance_id)
                        VALUES (:id, :chain, :role, :severities, :verdict, :reason, :from, :to, :more, :at, :at, :askedAs,
                           :process)
                        """)
                .param("id", gap.id())
                .param("chain", gap.chain())
                .param("role", gap.role())
                .param("severities", gap.severities())
                .param("verdict", gap.verdict().name())
                .param("reason", gap.reason())
                .param("from", Timestamps.of(gap.from()))
                .param("to", Timestamps.of(gap.to()))
                .param("more", gap.more())
                .param("at", Timestamps.of(at))
                .param("askedAs", askedAs)
                .param("process", processInstanceId)
                .update();
    }

    void seen(UUID id, Gap now, Instant at) {
        jdbc.sql("UPDATE firebreak.coverage_gap SET from_at = ?, to_at = ?, more = ?, seen_at = ? WHERE id = ?")
                .params(Timestamps.of(now.from()), Timestamps.of(now.to()), now.more(), Timestamps.of(at), id)
                .update();
    }

    /** What was said about it counts no more; another task asks. */
    void askAgain(UUID id, UUID askedAs, String processInstanceId) {
        jdbc.sql(
                        """
                        UPDATE firebreak.coverage_gap
                        SET answer = NULL, note = NULL, answered_by = NULL, answered_at = NULL, asked_as = ?,
                          process_instance_id = ?
                        WHERE id = ?
                        """)
                .params(askedAs, processInstanceId, id)
                .update();
    }

    void answer(UUID id, Gaps.Answer answer, String note, Actor by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE firebreak.coverage_gap SET answer = ?, note = ?, answered_by = ?, answered_at = ? WHERE id = ?
                        """)
                .params(answer.name(), note, by.id(), Timestamps.of(at), id)
                .update();
    }

    void close(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.coverage_gap SET closed_at = ? WHERE id = ?")
                .params(Timestamps.of(at), id)
                .update();
    }

    void addLook(Coverage coverage, int thin, int red, Instant at) {
        jdbc.sql("INSERT INTO firebreak.reachability_look (at, plan_version, lines, thin, red) VALUES (?, ?, ?, ?, ?)")
                .params(
                        Timestamps.of(at),
                        coverage.planVersion(),
                        coverage.chains().size(),
                        thin,
                        red)
                .update();
    }

    /** Forgets gaps that were closed, and looks that were made, before a moment; the last look stays. */
    void forgetBefore(Instant moment) {
        jdbc.sql("DELETE FROM firebreak.coverage_gap WHERE closed_at < ?")
                .param(Timestamps.of(moment))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM firebreak.reachability_look
                        WHERE at < ? AND id < (SELECT max(id) FROM firebreak.reachability_look)
                        """)
                .param(Timestamps.of(moment))
                .update();
    }

    Optional<Look> lastLook() {
        return jdbc.sql("SELECT at, thin, red FROM firebreak.reachability_look ORDER BY at DESC, id DESC LIMIT 1")
                .query((row, number) -> new Look(Timestamps.read(row, "at"), row.getInt("thin"), row.getInt("red")))
                .optional();
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        Gap gap = new Gap(
                row.getObject("id", UUID.class),
                row.getString("chain"),
                row.getString("role"),
                row.getString("severities"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("reason"),
                Timestamps.read(row, "from_at"),
                Timestamps.read(row, "to_at"),
                row.getInt("more"));
        return new Open(
                gap,
                Timestamps.read(row, "answered_at"),
                Gaps.Answer.ACCEPTED.name().equals(row.getString("answer")),
                row.getObject("asked_as", UUID.class),
                row.getString("process_instance_id"));
    }
}
