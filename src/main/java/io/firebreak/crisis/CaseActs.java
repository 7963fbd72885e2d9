package io.firebreak.crisis;

import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may do to a case at any time, whatever step it stands at. Each act says who may do it, is in the ledger
 * and moves the process.
 */
@Service
public class CaseActs {

    private static final TextRule FALSE_ALARM = TextRule.text("reason", "Why it is a false alarm", 2_000);
    private static final TextRule MERGE = TextRule.text("reason", "Why it is the same incident", 2_000);
    private static final TextRule REPLY = TextRule.text("reason", "Whom to answer, and why", 2_000);

    private final Cases cases;
    private final Assessments assessments;
    private final CaseFacts facts;
    private final Dangers dangers;
    private final Leads leads;
    private final Freezes freezes;
    private final CoolDowns coolDowns;
    private final PublicRecord publicRecord;
    private final CaseProcess process;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    CaseActs(
            Cases cases,
            Assessments assessments,
            CaseFacts facts,
            Dangers dangers,
            Leads leads,
            Freezes freezes,
            CoolDowns coolDowns,
            PublicRecord publicRecord,
            CaseProcess process,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.assessments = assessments;
        this.facts = facts;
        this.dangers = dangers;
        this.leads = leads;
        this.freezes = freezes;
        this.coolDowns = coolDowns;
        this.publicRecord = publicRecord;
        this.process = process;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Anybody on the staff tells what became known.
     *
     * @param danger whether by this people, their health or their data are in danger
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellFacts(CaseReference reference, String known, boolean danger, Person person) {
        person.requireStaff();
        facts.tell(reference, known, person.actor());
        if (danger) {
            dangers.found(reference, person.actor());
        }
    }

    /** Anybody on the staff may raise the severity; lowering it is for those who answer for the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeSeverity(CaseReference reference, Severity severity, String reason, Person person) {
        person.requireStaff();
        Severity now = cases.lock(reference).severity();
        if (now != null && severity.compareTo(now) > 0) {
            leads.requireLeadership(reference, person);
        }
        Severity before = assessments.change(reference, severity, reason, person.actor());
        process.severityChanged(reference, before, severity);
        if (severity == Severity.S4 && !publicRecord.mayBePublic(reference)) {
            process.oneCommentAfterAll(reference);
        }
    }

    /**
     * Somebody of a crisis is to be answered in person.
     *
     * @throws Refusal when a reply of the case is being worked on already, or the case is answered as one comment anyway
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wantReply(CaseReference reference, String reason, Person person) {
        if (!person.isAny(Role.COMMUNITY_MANAGER, Role.SPOKESPERSON, Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed("A reply is asked for by community managers, spokespeople and crisis leads.");
        }
        CrisisCase open = cases.requireOpen(reference);
        String because = REPLY.require(reason);
        if (open.severity() == null) {
            throw Refusal.conflict("%s is not assessed yet; please complete the assessment.".formatted(reference));
        }
        if (process.isAnswering(reference)) {
            throw Refusal.conflict(
                    "A reply of %s is being worked on already; please settle that one first.".formatted(reference));
        }
        ledger.record(act(reference, person, "reply.wanted", "Somebody is to be answered in person.")
                .because(because));
        process.replyWanted(reference);
    }

    /**
     * The case is the same incident as another, which goes on with what this one knows and at least as gravely. What was
     * approved here and is not public yet stays unpublished.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(CaseReference from, CaseReference into, String reason, Person person) {
        leads.requireLeadership(from, person);
        if (from.equals(into)) {
            throw Refusal.invalid("into", "A case can't be merged into itself; please name the other one.");
        }
        // always in the same order, so that two merges at once don't wait for each other
        Stream.of(from, into)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(cases::lock);
        CrisisCase merged = cases.requireOpen(from);
        CrisisCase goesOn = cases.requireOpen(into);
        requireAlike(merged, goesOn);
        String because = MERGE.require(reason);
        facts.copy(from, into);
        cases.close(from, CaseOutcome.MERGED, into);
        ledger.record(act(from, person, "case.merged", "The case goes on as part of %s.".formatted(into))
                .because(because)
                .with("into", into.toString()));
        ledger.record(act(into, person, "case.merged", "%s is part of this case now.".formatted(from))
                .because(because)
                .with("from", from.toString()));
        events.publishEvent(new CaseMerged(from, into, person.actor()));
        process.merged(from);
        raiseAsGraveAs(merged, goesOn, because, person);
        if (merged.facts() != null && merged.facts().safetyRisk()) {
            dangers.found(into, person.actor());
        }
        process.newFacts(into);
    }

    /** The incident is as grave as its gravest report; with the severity come its deadlines and its freeze. */
    private void raiseAsGraveAs(CrisisCase merged, CrisisCase goesOn, String because, Person person) {
        Severity graver = merged.severity();
        if (graver == null || goesOn.severity() == null || graver.compareTo(goesOn.severity()) >= 0) {
            return;
        }
        Severity before = assessments.change(goesOn.reference(), graver, because, person.actor());
        process.severityChanged(goesOn.reference(), before, graver);
    }

    private static void requireAlike(CrisisCase merged, CrisisCase goesOn) {
        if (merged.report().drill() != goesOn.report().drill()) {
            throw Refusal.conflict("A drill and a real case can't be merged.");
        }
        if (merged.brand() != null && !merged.brand().equals(goesOn.brand())) {
            throw Refusal.conflict("%s is about %s and %s about %s; cases of two brands can't be merged."
                    .formatted(merged.reference(), merged.brand(), goesOn.reference(), goesOn.brand()));
        }
    }

    /**
     * Nothing was the matter.
     *
     * @throws Refusal when the public may have seen something of the case: that is put right in public
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void callFalseAlarm(CaseReference reference, String reason, Person person) {
        leads.requireLeadership(reference, person);
        cases.requireOpen(reference);
        String because = FALSE_ALARM.require(reason);
        if (publicRecord.mayBePublic(reference)) {
            throw Refusal.conflict("Something of %s is public already, or may be; please rectify it in public instead."
                    .formatted(reference));
        }
        cases.close(reference, CaseOutcome.FALSE_ALARM, null);
        ledger.record(act(reference, person, "case.falseAlarm", "The case was a false alarm.")
                .because(because));
        process.falseAlarm(reference);
    }

    /** The lead goes to somebody else; where nobody leads yet, to the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(CaseReference reference, String to, String summary, Person person) {
        leads.handOver(reference, to, summary, person);
    }

    /** The first of two people asks to end the cool-down early; a second one is asked to agree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askToEndCoolDown(CaseReference reference, String reason, Person person) {
        leads.requireLeadership(reference, person);
        coolDowns.ask(reference, reason, person.actor());
        process.earlyEndAsked(reference);
    }

    /** What was held back may go out again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liftFreeze(CaseReference reference, String reason, Person person) {
        leads.requireLeadership(reference, person);
        cases.requireOpen(reference);
        freezes.lift(reference, reason, person.actor());
    }

    private static Act act(CaseReference reference, Person person, String type, String sentence) {
        return new Act(reference.toString(), person.actor().id(), type, sentence);
    }
}
