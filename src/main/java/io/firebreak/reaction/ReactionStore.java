package io.firebreak.reaction;

import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of counts. */
@Repository
class ReactionStore {

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReactionCount count) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reaction_count
                          (case_reference, at, since, until, mentions, negative_share_percent, entered_by, source,
                           correction_reason)
                        VALUES (:reference, :at, :since, :until, :mentions, :negativeSharePercent, :enteredBy, :source,
                          :correctionReason)
                        """)
                .param("reference", count.reference().toString())
                .param("at", Timestamps.of(count.enteredAt()))
                .param("since", Timestamps.of(count.span().from()))
                .param("until", Timestamps.of(count.span().to()))
                .param("mentions", count.mentions())
                .param("negativeSharePercent", count.negativeSharePercent())
                .param("enteredBy", count.enteredBy())
                .param("source", count.source().name())
                .param("correctionReason", count.correctionReason())
                .update();
    }

    /** The counts that hold, of the case and of all that were merged into it, by way of others too. */
    List<ReactionCount> of(CaseReference reference) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE included (reference) AS (
                          SELECT CAST(? AS text)
                          UNION
                          SELECT merged.reference FROM firebreak.crisis_case merged
                            JOIN included ON merged.merged_into = included.reference)
                        SELECT DISTINCT ON (case_reference, since, until) *
                        FROM firebreak.reaction_count WHERE case_reference IN (SELECT reference FROM included)
                        ORDER BY case_reference, since, until, id DESC
                        """)
                .param(reference.toString())
                .query(ReactionStore::count)
                .list();
    }

    private static ReactionCount count(ResultSet row, int number) throws SQLException {
        return new ReactionCount(
                CaseReference.parse(row.getString("case_reference")),
                Timestamps.read(row, "at"),
                new TimeSpan(Timestamps.read(row, "since"), Timestamps.read(row, "until")),
                row.getLong("mentions"),
                row.getInt("negative_share_percent"),
                row.getString("entered_by"),
                ReactionSource.valueOf(row.getString("source")),
                row.getString("correction_reason"));
    }
}
