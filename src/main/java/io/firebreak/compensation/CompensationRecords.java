package io.firebreak.compensation;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import org.springframework.stereotype.Component;

/** What the ledger tells of compensations. */
@Component
class CompensationRecords {

    private final Ledger ledger;

    CompensationRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    void proposed(Compensation proposed, Actor actor) {
        Offer offer = proposed.offer();
        ledger.record(act(
                        proposed,
                        actor,
                        "compensation.proposed",
                        "%s proposes to offer %s to %s in private, %s."
                                .formatted(
                                        actor.id(),
                                        sum(offer),
                                        proposed.recipient().handle(),
                                        offer.way().words()))
                .because(offer.reason()));
    }

    void agreed(Compensation proposed, String affected, Actor actor) {
        ledger.record(act(
                        proposed,
                        actor,
                        "compensation.agreed",
                        "%s agrees to offer %s to %s."
                                .formatted(
                                        actor.id(),
                                        sum(proposed.offer()),
                                        proposed.recipient().handle()))
                .because(affected));
    }

    /** Stays, whatever becomes of the transaction. */
    void notAgreed(Compensation proposed, Refusal refusal, Actor actor) {
        ledger.recordApart(act(
                        proposed,
                        actor,
                        "compensation.notAgreed",
                        "%s tried to agree to a compensation.".formatted(actor.id()))
                .because(refusal.getMessage()));
    }

    void refused(Compensation proposed, String reason, Actor actor) {
        ledger.record(act(
                        proposed,
                        actor,
                        "compensation.refused",
                        "%s does not agree to offer %s to %s."
                                .formatted(
                                        actor.id(),
                                        sum(proposed.offer()),
                                        proposed.recipient().handle()))
                .because(reason));
    }

    void ended(Compensation agreed, boolean given, String proof, Actor actor) {
        ledger.record(act(
                        agreed,
                        actor,
                        given ? "compensation.given" : "compensation.keptBack",
                        (given ? "%s gave %s to %s, %s." : "%s did not give %s to %s, %s.")
                                .formatted(
                                        actor.id(),
                                        sum(agreed.offer()),
                                        agreed.recipient().handle(),
                                        agreed.offer().way().words()))
                .because(proof));
    }

    private static String sum(Offer offer) {
        return "%s %s".formatted(offer.amount().toPlainString(), offer.currency());
    }

    private static Act act(Compensation compensation, Actor actor, String type, String sentence) {
        return new Act(compensation.reference().toString(), actor.id(), type, sentence)
                .with("compensation", compensation.id().toString())
                .with("amount", compensation.offer().amount().toPlainString())
                .with("currency", compensation.offer().currency());
    }
}
