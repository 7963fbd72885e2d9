package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.Vote.Review;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What others make of an approval alone afterwards. Until they have, it is in view: in health, in a metric, in Cockpit. */
@Service
public class LoneReviews {

    private static final TextRule WORDS = TextRule.text("words", "What you found", 4_000);
    private static final TextRule LESSON = TextRule.text("lesson", "What is to be learnt from it", 2_000);

    private final Voting voting;
    private final VersionStore versions;
    private final ApprovalStore approvals;
    private final Ledger ledger;
    private final Clock clock;

    LoneReviews(Voting voting, VersionStore versions, ApprovalStore approvals, Ledger ledger, Clock clock) {
        this.voting = voting;
        this.versions = versions;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
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

    /** Those that nobody has looked at, of all cases, oldest first. */
    @Transactional(readOnly = true)
    List<Unreviewed> unreviewed() {
        return approvals.unreviewed();
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
