package io.firebreak.compensation;

import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.RequestKeys;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people of a case are offered in private. */
@RestController
@RequestMapping("/api/cases/{reference}/compensations")
@Tag(name = "Compensation")
class CompensationController {

    private final Compensations compensations;
    private final Budgets budgets;
    private final RequestKeys keys;

    CompensationController(Compensations compensations, Budgets budgets, RequestKeys keys) {
        this.compensations = compensations;
        this.budgets = budgets;
        this.keys = keys;
    }

    @GetMapping
    @Operation(
            summary = "The compensations of a case, and what the crisis plan leaves",
            description = "For those who work on cases.")
    CaseCompensations list(@PathVariable String reference, Authentication caller) {
        Person.of(caller).requireStaff();
        CaseReference known = CaseReference.parse(reference);
        return new CaseCompensations(
                compensations.of(known).stream().map(CompensationView::of).toList(),
                budgets.left(known, null).orElse(null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Propose a compensation",
            description = "For community managers, spokespeople and crisis leads, once the matter was explained to the"
                    + " person or in public. A second person is asked to agree, in a task; the money is bound then.")
    CompensationView propose(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Proposal request,
            Authentication caller) {
        Person person = Person.of(caller);
        if (!person.isAny(Role.COMMUNITY_MANAGER, Role.SPOKESPERSON, Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed("Compensation is proposed by community managers, spokespeople and crisis leads.");
        }
        CaseReference at = CaseReference.parse(reference);
        return keys.once(
                at,
                key,
                "compensations",
                request,
                CompensationView.class,
                () -> CompensationView.of(
                        compensations.propose(at, request.recipient(), request.offer(), person.actor(), Set.of())));
    }

    /**
     * @param left missing where the plan has no budget for the brand
     */
    record CaseCompensations(List<CompensationView> compensations, Budgets.Left left) {}

    record Proposal(
            @Schema(description = "What the person calls themselves", requiredMode = Schema.RequiredMode.REQUIRED)
                    String handle,
            @Schema(description = "Where they write", requiredMode = Schema.RequiredMode.REQUIRED) String place,
            @Schema(
                            description =
                                    "Of an order or ticket of theirs; without one, a crisis lead has to say how they were affected")
                    String orderNumber,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PrivateWay way,
            @Schema(example = "25.50", requiredMode = Schema.RequiredMode.REQUIRED) String amount,
            @Schema(example = "EUR", requiredMode = Schema.RequiredMode.REQUIRED) String currency,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {

        Recipient recipient() {
            return Recipient.of(handle, place, orderNumber);
        }

        Offer offer() {
            if (way == null) {
                throw Refusal.invalid("way", "The private way is missing; please say DIRECT_MESSAGE, MAIL or PHONE.");
            }
            return Offer.of(way, amount, currency, reason);
        }
    }

    /**
     * @param decidedBy missing until a second person has decided
     * @param endedBy missing until it was handed over or kept back
     */
    record CompensationView(
            UUID id,
            String handle,
            String place,
            String orderNumber,
            PrivateWay way,
            BigDecimal amount,
            String currency,
            String reason,
            Compensation.State state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String endedBy,
            Instant endedAt) {

        static CompensationView of(Compensation of) {
            return new CompensationView(
                    of.id(),
                    of.recipient().handle(),
                    of.recipient().place(),
                    of.recipient().orderNumber(),
                    of.offer().way(),
                    of.offer().amount(),
                    of.offer().currency(),
                    of.offer().reason(),
                    of.state(),
                    of.proposedBy(),
                    of.proposedAt(),
                    of.decision() == null ? null : of.decision().decidedBy(),
                    of.decision() == null ? null : of.decision().decidedAt(),
                    of.end() == null ? null : of.end().endedBy(),
                    of.end() == null ? null : of.end().endedAt());
        }
    }
}
