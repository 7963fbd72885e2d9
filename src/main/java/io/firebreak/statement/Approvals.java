package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.Voting.Open;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say to the texts of a case. Each vote is for one role and for exactly one text; a person counts once within
 * a text, and never where they wrote in it. The text is approved when every agreement is there that it needs.
 */
@Service
public class Approvals {

    private static final TextRule COMMENTS = TextRule.text("comments", "The comment", 4_000);

    private final Voting voting;
    private final Cases cases;
    private final StatementStore statements;
    private final VersionStore versions;
    private final Staff staff;
    private final Ledger ledger;
    private final Clock clock;

    Approvals(
            Voting voting,
            Cases cases,
            StatementStore statements,
            VersionStore versions,
            Staff staff,
            Ledger ledger,
            Clock clock) {
        this.voting = voting;
        this.cases = cases;
        this.statements = statements;
        this.versions = versions;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Agrees to the version that was handed in last.
     *
     * @param statementId null for the case's own statement
     * @throws Refusal when that is not the text that was seen, when the facts have changed since, when it is decided already,
     *     when it does not wait for this person, or when the person wrote in it or has voted already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(String caseReference, UUID statementId, Ballot ballot, Actor actor) {
        try {
            // locked, so that the facts stay what they are until the vote is kept
            cases.lock(CaseReference.parse(caseReference));
            Seen seen = ballot.seen();
            Open open = voting.open(caseReference, statementId, seen.sha256());
            voting.requireAgreeable(open, seen, actor);
            String role = roleFor(open.version().agreement(), ballot, actor);
            String comments = COMMENTS.optional().require(ballot.comments());
            ledger.record(VersionAct.of(
                            open.statement(),
                            open.version(),
                            actor,
                            "agreed",
                            "%s agrees to %s, for %s.",
                            Seat.titleOf(role))
                    .because(comments)
                    .with("role", role)
                    .with("factSheet", seen.factSheet()));
            voting.cast(open, vote(role, true, seen.sha256(), comments, actor));
        } catch (Refusal refusal) {
            recordRefused(caseReference, refusal, actor);
            throw refusal;
        }
    }

    /** An attempt at an approval that does not count is worth knowing, even if nothing came of it. */
    public void recordRefused(String caseReference, Refusal refusal, Actor actor) {
        voting.recordRefused(caseReference, refusal, actor);
    }

    /**
     * Sends the version that was handed in last back to be written anew; the comments say why. One is enough, also where
     * others have agreed.
     *
     * @param statementId null for the case's own statement
     * @throws Refusal when that is not the text that was seen, when it is decided already, when it does not wait for this
     *     person, or without comments
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(String caseReference, UUID statementId, Ballot ballot, Actor actor) {
        Open open = voting.open(caseReference, statementId, ballot.seen().sha256());
        refuseSecondVote(open.version().agreement(), actor);
        refuseWhoIsLetInAlone(ballot, actor);
        String comments = COMMENTS.require(ballot.comments());
        String role = ballot.roles().stream().sorted().findFirst().orElse("anybody");
        ledger.record(VersionAct.of(open.statement(), open.version(), actor, "sentBack", "%s sent back %s.")
                .because(comments));
        voting.cast(open, vote(role, false, ballot.seen().sha256(), comments, actor));
    }

    /** Whoever may open a task only to approve alone is not asked, so that a word of theirs ends nobody's reading. */
    private void refuseWhoIsLetInAlone(Ballot ballot, Actor actor) {
        boolean asked = ballot.roles().isEmpty()
                || ballot.calledIn()
                || !Collections.disjoint(ballot.roles(), staff.authoritiesOf(actor.id()));
        if (!asked) {
            throw Refusal.notAllowed("This text waits for %s; you can approve it alone, but not send it back."
                    .formatted(Seat.titlesOf(new TreeSet<>(ballot.roles()))));
        }
    }

    private Vote vote(String role, boolean agreed, String sha256, String comments, Actor actor) {
        return new Vote(0, role, agreed, false, sha256, comments, null, actor.id(), clock.instant(), null);
    }

    private String roleFor(Agreement agreement, Ballot ballot, Actor actor) {
        refuseSecondVote(agreement, actor);
        List<Seat> asked = agreement.openSeats().stream()
                .filter(seat -> isAsked(seat, ballot))
                .toList();
        if (asked.isEmpty()) {
            throw Refusal.conflict(nobodyWaits(agreement, ballot));
        }
        return ownRole(asked, actor)
                .or(() -> ballot.calledIn()
                        ? asked.stream().map(seat -> seat.roles().get(0)).findFirst()
                        : Optional.empty())
                .orElseThrow(() -> Refusal.notAllowed(
                        "This text waits for %s; you are not among them.".formatted(Seat.described(asked))));
    }

    private static boolean isAsked(Seat seat, Ballot ballot) {
        return ballot.roles().isEmpty() || !Collections.disjoint(seat.roles(), ballot.roles());
    }

    private Optional<String> ownRole(List<Seat> seats, Actor actor) {
        Set<String> own = staff.authoritiesOf(actor.id());
        return seats.stream()
                .flatMap(seat -> seat.roles().stream())
                .filter(own::contains)
                .findFirst();
    }

    private static void refuseSecondVote(Agreement agreement, Actor actor) {
        agreement.voteOf(actor.id()).ifPresent(vote -> {
            throw Refusal.conflict(
                    "You agreed to this text at %s, for %s; each person counts once, so somebody else has to decide here."
                            .formatted(vote.votedAt().truncatedTo(ChronoUnit.SECONDS), Seat.titleOf(vote.role())));
        });
    }

    /** Somebody else was faster, or the order is another one. */
    private static String nobodyWaits(Agreement agreement, Ballot ballot) {
        return agreement.seats().stream()
                .filter(seat -> seat.isFilled() && isAsked(seat, ballot))
                .map(seat -> "%s agreed to this text for %s at %s already; nothing is left to do here."
                        .formatted(
                                seat.vote().votedBy(),
                                seat.described(),
                                seat.vote().votedAt().truncatedTo(ChronoUnit.SECONDS)))
                .findFirst()
                .orElseGet(() -> "This text does not wait for you now, but for %s; please open the task again."
                        .formatted(Seat.described(agreement.openSeats())));
    }

    /**
     * The approvals of these versions no longer count, because what they were given for has changed. Done again, it
     * changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidAll(List<StatementVersion> approved, String reason, Actor actor) {
        for (StatementVersion version : approved) {
            if (versions.addVoided(version.id(), reason, actor.id(), clock.instant())) {
                Statement statement = statements.find(version.statementId()).orElseThrow();
                ledger.record(
                        VersionAct.of(statement, version, actor, "voided", "%s: the approval of %s no longer counts.")
                                .because(reason));
            }
        }
    }
}
