package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** While a case holds a freeze, nothing of its brand goes out but what this case approves. */
@Service
public class Freezes {

    private static final TextRule REASON = TextRule.text("reason", "The reason for lifting the freeze", 2_000);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Freezes(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Begins the case's freeze; one that was lifted by a person stays lifted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(CaseReference reference) {
        int begun = jdbc.sql("INSERT INTO firebreak.case_freeze (case_reference, begun_at) VALUES (?, ?)"
                        + " ON CONFLICT (case_reference) DO NOTHING")
                .params(reference.toString(), Timestamps.of(clock.instant()))
                .update();
        if (begun > 0) {
            ledger.record(new Act(
                    reference.toString(),
                    Actor.FIREBREAK.id(),
                    "freeze.begun",
                    "Nothing of the brand goes out but what this case approves."));
        }
    }

    /**
     * A person lifts the freeze.
     *
     * @throws Refusal when the case holds none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(CaseReference reference, String reason, Actor actor) {
        String because = REASON.require(reason);
        if (!lifted(reference, actor, because)) {
            throw Refusal.conflict("%s holds no freeze.".formatted(reference));
        }
    }

    /** The freeze ends with what it was begun for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(CaseReference reference, String reason) {
        lifted(reference, Actor.FIREBREAK, reason);
    }

    private boolean lifted(CaseReference reference, Actor actor, String reason) {
        int lifted = jdbc.sql("UPDATE firebreak.case_freeze SET lifted_at = ?, lifted_by = ?, lift_reason = ?"
                        + " WHERE case_reference = ? AND lifted_at IS NULL")
                .params(Timestamps.of(clock.instant()), actor.id(), reason, reference.toString())
                .update();
        if (lifted > 0) {
            ledger.record(new Act(reference.toString(), actor.id(), "freeze.lifted", "The freeze is lifted.")
                    .because(reason));
        }
        return lifted > 0;
    }

    /** The open case of the same brand that holds back this one; empty when none does or this one holds a freeze. */
    @Transactional(readOnly = true)
    public Optional<CaseReference> holder(CrisisCase crisisCase) {
        return jdbc.sql(
                        """
                        SELECT f.case_reference FROM firebreak.case_freeze f
                        JOIN firebreak.crisis_case c ON c.reference = f.case_reference
                        WHERE f.lifted_at IS NULL AND c.phase <> 'CLOSED' AND c.brand = :brand AND c.drill = :drill
                          AND NOT EXISTS (SELECT 1 FROM firebreak.case_freeze own
                            WHERE own.case_reference = :reference AND own.lifted_at IS NULL)
                        ORDER BY f.begun_at LIMIT 1
                        """)
                .param("brand", crisisCase.brand())
                .param("drill", crisisCase.report().drill())
                .param("reference", crisisCase.reference().toString())
                .query(String.class)
                .optional()
                .map(CaseReference::parse);
    }
}
