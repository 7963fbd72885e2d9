package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.ResponseReopened;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When what a case has to say changes, what was approved before and is out nowhere does not go out any more. What is out
 * stays out: it is put right in public.
 */
@Component
class VoidedApprovals {

    private final Statements statements;
    private final Approvals approvals;
    private final PublicationStore publications;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VoidedApprovals(
            Statements statements,
            Approvals approvals,
            PublicationStore publications,
            Clock clock,
            ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.clock = clock;
        this.statements = statements;
        this.publications = publications;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onReopened(ResponseReopened reopened) {
        voidWhatIsOutNowhere(reopened.reference(), reopened.reason(), reopened.actor());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onMerged(CaseMerged merged) {
        voidWhatIsOutNowhere(merged.from(), "%s goes on in its place.".formatted(merged.into()), merged.actor());
    }

    private void voidWhatIsOutNowhere(CaseReference reference, String reason, Actor actor) {
        Set<?> out = Set.copyOf(publications.versionsThatMayBeOut(reference.toString()));
        List<StatementVersion> approved = statements.allVersionsOf(reference.toString()).stream()
                .filter(version -> version.isApproved() && !out.contains(version.id()))
                .toList();
        approvals.voidAll(approved, reason, actor);
        // also where an earlier text is out on some channels: it reaches no further ones
        statements.allVersionsOf(reference.toString()).stream()
                .filter(StatementVersion::isApproved)
                .forEach(version -> publications.stop(version.id(), reason, clock.instant()));
        events.publishEvent(new PublicationChanged(reference.toString()));
    }
}
