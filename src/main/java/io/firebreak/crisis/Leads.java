package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.database.Timestamps;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who leads a case: one person, who decides where somebody has to. */
@Service
public class Leads {

    private static final TextRule LEAD = TextRule.line("lead", "The lead", 100);
    private static final TextRule SUMMARY = TextRule.text("summary", "The summary for the new lead", 10_000);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseProcess process;
    private final Staff staff;
    private final Ledger ledger;
    private final Clock clock;

    Leads(JdbcClient jdbc, Cases cases, CaseProcess process, Staff staff, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.process = process;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The user id of the case's lead; empty before one is named. */
    @Transactional(readOnly = true)
    public Optional<String> of(CaseReference reference) {
        return jdbc.sql("SELECT user_id FROM firebreak.case_lead WHERE case_reference = ? ORDER BY id DESC LIMIT 1")
                .param(reference.toString())
                .query(String.class)
                .optional();
    }

    /**
     * Names the lead.
     *
     * @param lead the user id
     * @throws Refusal when that is nobody who can lead
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void name(CaseReference reference, String lead, Actor actor) {
        cases.requireOpen(reference);
        String named = requireLeader(lead);
        add(reference, named, null, actor);
        ledger.record(named(reference, named, actor));
    }

    /**
     * Hands the lead over. The tasks that the old lead holds go to the new one. Where nobody leads yet, this names the
     * first lead: not every case asks for one by a task.
     *
     * @param summary what the new lead has to know
     * @throws Refusal when the new lead can't, or when the person may not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(CaseReference reference, String lead, String summary, Person person) {
        cases.requireOpen(reference);
        requireLeadership(reference, person);
        Optional<String> before = of(reference);
        String named = requireLeader(lead);
        if (before.filter(named::equals).isPresent()) {
            throw Refusal.conflict("%s leads %s already.".formatted(named, reference));
        }
        String told = SUMMARY.require(summary);
        add(reference, named, told, person.actor());
        if (before.isEmpty()) {
            ledger.record(named(reference, named, person.actor()).because(told));
        } else {
            recordHandOver(reference, before.get(), named, told, person);
        }
    }

    private void recordHandOver(CaseReference reference, String before, String named, String told, Person person) {
        ledger.record(act(
                        reference,
                        person.actor(),
                        "lead.handedOver",
                        "The lead goes from %s to %s.".formatted(before, named))
                .because(told)
                .with("lead", named)
                .with("before", before));
        process.leadChanged(reference, before, named);
    }

    /**
     * What only those may do who answer for the case: its lead, crisis leads and management.
     *
     * @throws Refusal when the person is none of them
     */
    @Transactional(readOnly = true)
    public void requireLeadership(CaseReference reference, Person person) {
        boolean leads = of(reference).filter(person.actor().id()::equals).isPresent();
        if (!leads && !person.isAny(Role.CRISIS_LEAD, Role.MANAGEMENT)) {
            throw Refusal.notAllowed("This is for the lead of the case, crisis leads and management.");
        }
    }

    private String requireLeader(String lead) {
        String named = LEAD.require(lead);
        if (!staff.isAny(named, Role.CRISIS_LEAD, Role.MANAGEMENT)) {
            throw Refusal.invalid(
                    "lead",
                    "%s can't lead a case; please name a crisis lead or one of management by their user id."
                            .formatted(named));
        }
        return named;
    }

    private void add(CaseReference reference, String lead, String summary, Actor actor) {
        jdbc.sql("INSERT INTO firebreak.case_lead (case_reference, user_id, named_by, named_at, summary)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(1, reference.toString())
                .param(2, lead)
                .param(3, actor.id())
                .param(4, Timestamps.of(clock.instant()))
                .param(5, summary, Types.VARCHAR)
                .update();
    }

    private static Act named(CaseReference reference, String lead, Actor actor) {
        return act(reference, actor, "lead.named", "%s leads the case.".formatted(lead))
                .with("lead", lead);
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
