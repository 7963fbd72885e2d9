package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether what we say still holds when something new became known. */
@Service
public class Responses {

    private static final TextRule REASON = TextRule.text("reason", "What the new facts change", 2_000);

    private final Cases cases;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Responses(Cases cases, Ledger ledger, ApplicationEventPublisher events) {
        this.cases = cases;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Keeps what the new facts change. Where they change what we say, no text that was approved before goes out any
     * more. The question can outlive the case; then it can still be answered, but nothing is said any more.
     *
     * @param reason required where they do
     * @throws Refusal when they change what we say of a case that is closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void weigh(CaseReference reference, boolean responseChanges, String reason, Actor actor) {
        boolean open = cases.lock(reference).isOpen();
        if (responseChanges && !open) {
            throw Refusal.conflict(
                    "The case %s is closed; please report a new incident, and answer no here.".formatted(reference));
        }
        String because = (responseChanges ? REASON : REASON.optional()).require(reason);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        responseChanges ? "response.reopened" : "facts.weighed",
                        responseChanges
                                ? "The new facts change what we say."
                                : "The new facts change nothing in what we say%s."
                                        .formatted(open ? "" : "; they were weighed after the case was closed"))
                .because(because));
        if (responseChanges) {
            events.publishEvent(new ResponseReopened(reference, because, actor));
        }
    }
}
