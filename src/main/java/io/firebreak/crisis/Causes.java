package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Cause.Claim;
import io.firebreak.crisis.Cause.Cluster;
import io.firebreak.crisis.Cause.Responsibility;
import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Problems;
import io.firebreak.rule.TextRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was found out about how incidents began. A new finding is added; the newest counts. */
@Service
public class Causes {

    private static final TextRule BEGINNING = TextRule.text("beginning", "How it began", 5_000);
    private static final TextRule TRIGGERS =
            TextRule.text("triggers", "What set it off", 5_000).optional();
    private static final TextRule PEOPLE =
            TextRule.text("people", "Who is behind it", 5_000).optional();

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    Causes(JdbcClient jdbc, Cases cases, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The newest finding; empty before anybody looked. */
    @Transactional(readOnly = true)
    public Optional<Cause> of(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.case_cause WHERE case_reference = ? ORDER BY id DESC LIMIT 1")
                .param(reference.toString())
                .query(Causes::cause)
                .optional();
    }

    /** Keeps a finding; its finder and time are the actor and now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseReference reference, Cause found, Actor actor) {
        cases.requireOpen(reference);
        Problems problems = new Problems();
        String beginning = problems.collect(() -> BEGINNING.require(found.beginning()));
        String triggers = problems.collect(() -> TRIGGERS.require(found.triggers()));
        String people = problems.collect(() -> PEOPLE.require(found.people()));
        problems.refuseIfAny();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.case_cause (case_reference, beginning, triggers, people, responsibility,
                          cluster, claim, claim_shown_false, bad_reputation, found_by, found_at)
                        VALUES (:reference, :beginning, :triggers, :people, :responsibility,
                          :cluster, :claim, :claimShownFalse, :badReputation, :foundBy, :foundAt)
                        """)
                .param("reference", reference.toString())
                .param("beginning", beginning)
                .param("triggers", triggers)
                .param("people", people)
                .param("responsibility", found.responsibility().name())
                .param("cluster", found.cluster().name())
                .param("claim", found.claim().name())
                .param("claimShownFalse", found.claimShownFalse())
                .param("badReputation", found.badReputation())
                .param("foundBy", actor.id())
                .param("foundAt", Timestamps.of(clock.instant()))
                .update();
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "cause.investigated",
                        "The cause: our responsibility is %s, the crisis is %s."
                                .formatted(
                                        Words.of(found.responsibility()),
                                        found.cluster() == Cluster.VICTIM
                                                ? "one that we suffer too"
                                                : Words.of(found.cluster())))
                .because(beginning));
    }

    private static Cause cause(ResultSet row, int number) throws SQLException {
        return new Cause(
                row.getString("beginning"),
                row.getString("triggers"),
                row.getString("people"),
                Responsibility.valueOf(row.getString("responsibility")),
                Cluster.valueOf(row.getString("cluster")),
                Claim.valueOf(row.getString("claim")),
                row.getBoolean("claim_shown_false"),
                row.getBoolean("bad_reputation"),
                row.getString("found_by"),
                Timestamps.read(row, "found_at"));
    }
}
