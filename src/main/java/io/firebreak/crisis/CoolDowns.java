package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pause before anything goes out can be ended early by two people, for a reason. */
@Service
public class CoolDowns {

    private static final TextRule REASON = TextRule.text("reason", "The reason for ending the cool-down early", 2_000);

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    CoolDowns(JdbcClient jdbc, CaseStore store, Cases cases, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What the first of the two people asked for.
     */
    public record EarlyEnd(long id, String askedBy, Instant askedAt, String reason) {}

    /** What waits for a second person; empty when nobody asked. */
    @Transactional(readOnly = true)
    public Optional<EarlyEnd> asked(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.cool_down_end WHERE case_reference = ? AND decided_by IS NULL")
                .param(reference.toString())
                .query(CoolDowns::earlyEnd)
                .optional();
    }

    /**
     * The first person asks.
     *
     * @throws Refusal when the cool-down is over, not decided yet, or somebody asked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(CaseReference reference, String reason, Actor actor) {
        CrisisCase open = cases.requireOpen(reference);
        requireRunning(open);
        asked(reference).ifPresent(earlier -> {
            throw Refusal.conflict(
                    "%s asked for it already; a second person has to agree.".formatted(earlier.askedBy()));
        });
        String because = REASON.require(reason);
        jdbc.sql("INSERT INTO firebreak.cool_down_end (case_reference, asked_by, asked_at, reason)"
                        + " VALUES (?, ?, ?, ?)")
                .params(reference.toString(), actor.id(), Timestamps.of(clock.instant()), because)
                .update();
        ledger.record(
                act(reference, actor, "coolDown.endAsked", "%s asks to end the cool-down early.".formatted(actor.id()))
                        .because(because));
    }

    /**
     * A second person decides. The question can outlive the case; then the answer is kept and changes no time.
     *
     * @return whether the cool-down ends now
     * @throws Refusal when that is the one who asked, or nobody asked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean decide(CaseReference reference, boolean agreed, Actor actor) {
        CrisisCase crisisCase = cases.lock(reference);
        EarlyEnd asked = asked(reference)
                .orElseThrow(() -> Refusal.conflict("Nobody asked to end the cool-down of " + reference + " early."));
        if (asked.askedBy().equals(actor.id())) {
            throw Refusal.notAllowed("You asked for it yourself; a second person has to agree.");
        }
        Instant now = clock.instant();
        jdbc.sql("UPDATE firebreak.cool_down_end SET decided_by = ?, decided_at = ?, agreed = ? WHERE id = ?")
                .params(actor.id(), Timestamps.of(now), agreed, asked.id())
                .update();
        boolean ends = agreed && crisisCase.isOpen() && now.isBefore(crisisCase.coolDownEndsAt());
        if (ends) {
            store.saveCoolDownEnd(reference, now);
        }
        ledger.record(act(
                        reference,
                        actor,
                        agreed ? "coolDown.endedEarly" : "coolDown.kept",
                        (agreed
                                        ? "%s and %s end the cool-down early%s."
                                        : "%2$s keeps the cool-down that %1$s asked to end%3$s.")
                                .formatted(
                                        asked.askedBy(),
                                        actor.id(),
                                        crisisCase.isOpen() ? "" : "; the case was closed before, so nothing changes"))
                .because(asked.reason()));
        return ends;
    }

    /** The times with a cool-down that two people ended early still ended. */
    CaseTiming keptShort(CrisisCase crisisCase, CaseTiming timing) {
        return jdbc.sql("SELECT max(decided_at) AS at FROM firebreak.cool_down_end WHERE case_reference = ? AND agreed")
                .param(crisisCase.reference().toString())
                .query((row, number) -> Optional.ofNullable(Timestamps.read(row, "at")))
                .single()
                .filter(ended -> ended.isBefore(timing.coolDownEndsAt()))
                .map(ended -> new CaseTiming(
                        ended,
                        timing.holdingStatementDueAt(),
                        timing.statementDueAt(),
                        timing.watchInterval(),
                        timing.calmPeriod(),
                        timing.calmSharePercent()))
                .orElse(timing);
    }

    private void requireRunning(CrisisCase open) {
        if (open.coolDownEndsAt() == null) {
            throw Refusal.conflict(
                    "%s is not assessed yet, so it has no cool-down to end.".formatted(open.reference()));
        }
        if (!clock.instant().isBefore(open.coolDownEndsAt())) {
            throw Refusal.conflict("The cool-down of %s is over already.".formatted(open.reference()));
        }
    }

    private static EarlyEnd earlyEnd(ResultSet row, int number) throws SQLException {
        return new EarlyEnd(
                row.getLong("id"),
                row.getString("asked_by"),
                Timestamps.read(row, "asked_at"),
                row.getString("reason"));
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
