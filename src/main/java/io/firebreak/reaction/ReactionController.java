package io.firebreak.reaction;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.RequestKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes counts of reactions from tools that watch the networks, and shows them. */
@RestController
@RequestMapping("/api/cases/{reference}/reactions")
@Tag(name = "Cases")
class ReactionController {

    private final Reactions reactions;
    private final Cases cases;
    private final RequestKeys requests;
    private final Clock clock;

    ReactionController(Reactions reactions, Cases cases, RequestKeys requests, Clock clock) {
        this.reactions = reactions;
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "The counts of a case and of those merged into it, oldest first",
            description = "Each as mentions per hour too, and in percent of the case's own peak.")
    ReactionList list(@PathVariable String reference) {
        return ReactionList.of(
                reactions.of(cases.get(CaseReference.parse(reference)).reference()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Deliver a count of mentions",
            description = "A span of time is counted once. To correct it, send the same span again with a"
                    + " correctionReason. The same request with the same key is done once and answered the same.")
    Kept add(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String requestKey,
            @RequestBody Delivered delivered,
            Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        CaseReference known = cases.get(CaseReference.parse(reference)).reference();
        return requests.once(known, requestKey, "reactions.counted", delivered, Kept.class, () -> {
            NewCount count = NewCount.of(
                    delivered.from(),
                    delivered.to(),
                    delivered.mentions(),
                    delivered.negativeSharePercent(),
                    delivered.correctionReason(),
                    clock.instant());
            return Kept.of(reactions.add(known, count, ReactionSource.API, person.actor()));
        });
    }

    record Delivered(
            @Schema(
                            description = "When the span begins: ISO 8601 with its zone or offset",
                            example = "2026-11-21T14:00:00Z",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String from,
            @Schema(
                            description = "When it ends; not in the future",
                            example = "2026-11-21T15:00:00Z",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String to,
            @Schema(description = "How many mentions there were", requiredMode = Schema.RequiredMode.REQUIRED)
                    BigDecimal mentions,
            @Schema(
                            description = "How many of a hundred were against the brand",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    BigDecimal negativeSharePercent,
            @Schema(description = "Why the same span is counted again; leave it out for its first count")
                    String correctionReason) {}

    record Kept(String reference, String from, String to, long mentions, int negativeSharePercent) {

        static Kept of(ReactionCount count) {
            return new Kept(
                    count.reference().toString(),
                    count.span().from().toString(),
                    count.span().to().toString(),
                    count.mentions(),
                    count.negativeSharePercent());
        }
    }
}
