package io.firebreak.statement;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.RequestKeys;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.ConsultationGaps.GoingOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts that wait for agreement, and the emergency exit past those who don't answer. */
@RestController
@RequestMapping("/api/cases/{reference}/approvals")
@Tag(name = "Approvals")
class ApprovalController {

    private final Statements statements;
    private final KnownFacts facts;
    private final LoneApprovals alone;
    private final Cases cases;
    private final RequestKeys keys;

    ApprovalController(Statements statements, KnownFacts facts, LoneApprovals alone, Cases cases, RequestKeys keys) {
        this.statements = statements;
        this.facts = facts;
        this.alone = alone;
        this.cases = cases;
        this.keys = keys;
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(
            summary = "The texts of the case that wait for agreement",
            description =
                    "For those who work on cases. Word for word as each becomes public, with the fingerprint that an"
                            + " agreement is bound to, and who is asked now.")
    List<Waiting> waiting(@PathVariable String reference, Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        CaseReference known = cases.get(CaseReference.parse(reference)).reference();
        boolean mayApproveAlone = alone.mayApprove(known.toString(), person.actor());
        return statements.waitingIn(known.toString()).stream()
                .map(version -> Waiting.of(
                        version,
                        facts.version(known.toString()),
                        mayApproveAlone
                                && !version.authors().contains(person.actor().id())))
                .toList();
    }

    @PostMapping(path = "/{text}/approve-alone", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Approve a text alone, in place of everybody",
            description =
                    "The emergency exit: in a case of severity S1, for one of management who is on call. Crisis leads,"
                            + " legal and management are told at once, and somebody else is asked to review it. Refused where the"
                            + " text or the facts are others than those that were read.")
    Approved approveAlone(
            @PathVariable String reference,
            @PathVariable String text,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody LoneApproval request,
            Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        CaseReference at = CaseReference.parse(reference);
        UUID id = idOf(text);
        return keys.once(at, key, "approvals/" + id + "/approve-alone", request, Approved.class, () -> {
            alone.approveAtOnce(at.toString(), id, request.ballot(), person.actor());
            return Approved.of(statements.latestOf(id).orElseThrow());
        });
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.notFound("There is no text with this id; please take it from the list of those that wait.");
        }
    }

    record LoneApproval(
            @Schema(
                            description = "The fingerprint of the text that you have read",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String sha256,
            @Schema(
                            description = "The version of the fact sheet that you have read; 0 where there is none",
                            example = "0")
                    Integer factSheetVersion,
            @Schema(description = "Why nobody else can be waited for", requiredMode = Schema.RequiredMode.REQUIRED)
                    String comments,
            @Schema(description = "Whether you go on without an area for which nobody could be found")
                    boolean goOnWithGaps,
            @Schema(description = "Why you do") String gapReason) {

        LoneBallot ballot() {
            Seen seen = new Seen(sha256, factSheetVersion == null ? 0 : factSheetVersion);
            return new LoneBallot(seen, comments, new GoingOn(goOnWithGaps, gapReason));
        }
    }

    /**
     * @param asked for each agreement that is missing in the present step the roles of which one has to agree
     */
    record Waiting(
            UUID id,
            StatementKind kind,
            String language,
            int version,
            String title,
            String body,
            String correctionNote,
            List<OnChannel> forms,
            String sha256,
            int factSheetVersion,
            String writtenBy,
            Instant writtenAt,
            List<List<String>> asked,
            boolean mayApproveAlone) {

        static Waiting of(StatementVersion version, int factSheet, boolean mayApproveAlone) {
            return new Waiting(
                    version.statementId(),
                    version.kind(),
                    version.text().language(),
                    version.number(),
                    version.text().title(),
                    version.text().body(),
                    version.text().correctionNote(),
                    version.renderings().stream().map(OnChannel::of).toList(),
                    version.sha256(),
                    factSheet,
                    version.writtenBy(),
                    version.writtenAt(),
                    version.agreement().openSeats().stream().map(Seat::roles).toList(),
                    mayApproveAlone);
        }
    }

    record OnChannel(String channel, String text) {

        static OnChannel of(Rendering rendering) {
            return new OnChannel(rendering.channel(), rendering.text());
        }
    }

    record Approved(UUID id, int version, String approvedBy, Instant approvedAt) {

        static Approved of(StatementVersion version) {
            return new Approved(
                    version.statementId(),
                    version.number(),
                    version.decision().decidedBy(),
                    version.decision().decidedAt());
        }
    }
}
