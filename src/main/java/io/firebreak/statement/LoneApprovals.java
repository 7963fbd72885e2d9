package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Ledger;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.rule.Listing;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.Voting.Open;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The emergency exit: in a case of severity S1, one of management who is on call approves a text alone. Everybody who
 * would have been asked is told at once, and afterwards somebody else looks at whether it was right.
 */
@Service
public class LoneApprovals {

    private static final TextRule REASON = TextRule.text("comments", "Why you approve it alone", 4_000);

    private final Voting voting;
    private final Speakers speakers;
    private final ConsultationGaps gaps;
    private final Cases cases;
    private final ManagementOnCall onCall;
    private final Staff staff;
    private final Notices notices;
    private final LoneApprovalProcess process;
    private final Ledger ledger;
    private final Clock clock;

    LoneApprovals(
            Voting voting,
            Speakers speakers,
            ConsultationGaps gaps,
            Cases cases,
            ManagementOnCall onCall,
            Staff staff,
            Notices notices,
            LoneApprovalProcess process,
            Ledger ledger,
            Clock clock) {
        this.voting = voting;
        this.speakers = speakers;
        this.gaps = gaps;
        this.cases = cases;
        this.onCall = onCall;
        this.staff = staff;
        this.notices = notices;
        this.process = process;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether this person may approve a text of the case alone at this moment, unless they wrote in it. */
    @Transactional(readOnly = true)
    public boolean mayApprove(String caseReference, Actor actor) {
        return refusalFor(cases.get(CaseReference.parse(caseReference)), actor).isEmpty();
    }

    /**
     * Approves the version that was handed in last, in place of everybody. The process goes on by itself where this is the
     * completing of a task.
     *
     * @param statementId null for the case's own statement
     * @throws Refusal when the case is not of severity S1, the person is not of management or not on call, wrote in the
     *     text, can't read its language, or gives no reason; or when the text or the facts are others than those that were
     *     read, or the text is decided
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String caseReference, UUID statementId, LoneBallot ballot, Actor actor) {
        try {
            CrisisCase crisisCase = requireMay(caseReference, actor);
            Open open = voting.open(caseReference, statementId, ballot.seen().sha256());
            voting.requireAgreeable(open, ballot.seen(), actor);
            requireReader(open.version(), actor);
            gaps.require(caseReference, open.version().kind(), ballot.goingOn(), actor);
            String because = REASON.require(ballot.reason());
            cast(open, ballot.seen(), because, actor);
            tellEverybody(crisisCase, open, because, actor);
            process.beginReview(caseReference, open.statement().id());
        } catch (Refusal refusal) {
            voting.recordRefused(caseReference, refusal, actor);
            throw refusal;
        }
    }

    /**
     * The same of somebody who has no task for it: they get one that asks others, from its holder if it has one, and
     * complete it, so that the process goes on.
     *
     * @param statementId one of the texts of the case
     * @throws Refusal also when no task asks for agreement to the text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approveAtOnce(String caseReference, UUID statementId, LoneBallot ballot, Actor actor) {
        try {
            requireMay(caseReference, actor);
            voting.open(caseReference, statementId, ballot.seen().sha256());
        } catch (Refusal refusal) {
            voting.recordRefused(caseReference, refusal, actor);
            throw refusal;
        }
        process.completeFor(caseReference, statementId, ballot, actor);
    }

    /** Locked, so that the severity and the facts stay what they are until the vote is kept. */
    private CrisisCase requireMay(String caseReference, Actor actor) {
        CrisisCase crisisCase = cases.lock(CaseReference.parse(caseReference));
        refusalFor(crisisCase, actor).ifPresent(refusal -> {
            throw refusal;
        });
        return crisisCase;
    }

    private void requireReader(StatementVersion version, Actor actor) {
        if (version.kind() == StatementKind.TRANSLATION) {
            Set<String> people = onCall.people();
            speakers.require(
                    version.text().language(),
                    person -> people.contains(person) && !version.authors().contains(person),
                    actor);
        }
    }

    private Optional<Refusal> refusalFor(CrisisCase crisisCase, Actor actor) {
        if (crisisCase.severity() != Severity.S1) {
            return Optional.of(Refusal.conflict(
                    "Only in a case of severity S1 can one person approve alone; please let the others agree."));
        }
        if (!staff.isAny(actor.id(), Role.MANAGEMENT)) {
            return Optional.of(Refusal.notAllowed("Only management can approve a text alone."));
        }
        Set<String> people = onCall.people();
        return people.contains(actor.id())
                ? Optional.empty()
                : Optional.of(Refusal.notAllowed(
                        "You are not on call now; %s can approve the text alone.".formatted(Listing.or(people))));
    }

    private void cast(Open open, Seen seen, String because, Actor actor) {
        ledger.record(VersionAct.of(open.statement(), open.version(), actor, "approvedAlone", "%s approves %s alone.")
                .because(because)
                .with("factSheet", seen.factSheet()));
        voting.cast(
                open,
                new Vote(
                        0,
                        Role.MANAGEMENT.groupId(),
                        true,
                        true,
                        open.version().sha256(),
                        because,
                        Severity.S1.name(),
                        actor.id(),
                        clock.instant(),
                        null));
    }

    /** Loud: whoever could have agreed or disagreed knows at once. */
    private void tellEverybody(CrisisCase crisisCase, Open open, String because, Actor actor) {
        Set<String> everybody = new TreeSet<>();
        for (Role role : new Role[] {Role.CRISIS_LEAD, Role.LEGAL, Role.MANAGEMENT}) {
            everybody.addAll(staff.membersOf(role.groupId()));
        }
        everybody.remove(actor.id());
        String sentence = "%s approves %s alone: %s".formatted(actor.id(), VersionAct.named(open.version()), because);
        everybody.forEach(person -> notices.tell(new Notice(
                person,
                Notice.Kind.APPROVED_ALONE,
                crisisCase.reference().toString(),
                null,
                Map.of(Notice.CASE_TITLE, crisisCase.report().title(), Notice.BECAUSE, sentence),
                null,
                null)));
    }
}
