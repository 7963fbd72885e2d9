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
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.Vote.Review;
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
    private static final TextRule WORDS = TextRule.text("words", "What you found", 4_000);
    private static final TextRule LESSON = TextRule.text("lesson", "What is to be learnt from it", 2_000);

    private final Voting voting;
    private final VersionStore versions;
    private final ApprovalStore approvals;
    private final Cases cases;
    private final ManagementOnCall onCall;
    private final Staff staff;
    private final Notices notices;
    private final LoneApprovalProcess process;
    private final Ledger ledger;
    private final Clock clock;

    LoneApprovals(
            Voting voting,
            VersionStore versions,
            ApprovalStore approvals,
            Cases cases,
            ManagementOnCall onCall,
            Staff staff,
            Notices notices,
            LoneApprovalProcess process,
            Ledger ledger,
            Clock clock) {
        this.voting = voting;
        this.versions = versions;
        this.approvals = approvals;
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
     * Approves the version that was handed in last, in place of everybody.
     *
     * @param statementId null for the case's own statement
     * @param seenSha256 the fingerprint of the text that the person has read
     * @param reason why nobody else could be waited for
     * @throws Refusal when the case is not of severity S1, the person is not of management or not on call, wrote in the
     *     text, or gives no reason; or when the text is another one, or decided
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String caseReference, UUID statementId, String seenSha256, String reason, Actor actor) {
        try {
            // locked, so that the severity stays what it is until the vote is kept
            CrisisCase crisisCase = cases.lock(CaseReference.parse(caseReference));
            refusalFor(crisisCase, actor).ifPresent(refusal -> {
                throw refusal;
            });
            Open open = voting.open(caseReference, statementId, seenSha256);
            voting.requireAgreeable(open, actor);
            String because = REASON.require(reason);
            cast(open, because, actor);
            tellEverybody(crisisCase, open, because, actor);
            process.reviewLater(caseReference, open.statement().id());
        } catch (Refusal refusal) {
            voting.recordRefused(caseReference, refusal, actor);
            throw refusal;
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
                : Optional.of(Refusal.notAllowed("You are not on call now; %s can approve the text alone."
                        .formatted(String.join(" or ", people))));
    }

    private void cast(Open open, String because, Actor actor) {
        ledger.record(VersionAct.of(open.statement(), open.version(), actor, "approvedAlone", "%s approves %s alone.")
                .because(because));
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

    /** The oldest version of a text that was approved alone and that nobody has looked at since. */
    @Transactional(readOnly = true)
    public Optional<StatementVersion> toReview(UUID statementId) {
        return versions.versionsOf(statementId).stream()
                .filter(version -> version.agreement()
                        .alone()
                        .filter(vote -> vote.review() == null)
                        .isPresent())
                .findFirst();
    }

    /**
     * Keeps what somebody else found about an approval alone.
     *
     * @param lesson null or blank: none
     * @throws Refusal when there is none to look at, or the person approved it themselves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(UUID statementId, boolean justified, String words, String lesson, Actor actor) {
        StatementVersion version = toReview(statementId)
                .orElseThrow(() -> Refusal.conflict("Somebody has looked at this approval already."));
        Vote alone = version.agreement().alone().orElseThrow();
        if (alone.votedBy().equals(actor.id())) {
            throw Refusal.notAllowed("You approved this text alone; somebody else has to look at it.");
        }
        Review review = new Review(
                justified, WORDS.require(words), LESSON.optional().require(lesson), actor.id(), clock.instant());
        if (!approvals.addReview(alone.id(), review)) {
            throw Refusal.conflict("Somebody has looked at this approval at this very moment.");
        }
        ledger.record(VersionAct.of(
                        voting.statement(statementId),
                        version,
                        actor,
                        "aloneReviewed",
                        justified
                                ? "%s finds that it was right to approve %s alone."
                                : "%s finds that it was not right to approve %s alone.")
                .because(review.words())
                .with("justified", justified));
    }
}
