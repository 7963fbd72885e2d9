package io.firebreak.crisis;

import io.firebreak.access.Person;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tools and people may do to a case at any time. Each request carries a key, so that it can be repeated safely. */
@RestController
@RequestMapping(path = "/api/cases/{reference}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Acts on cases")
class CaseActController {

    private final CaseActs acts;
    private final Cases cases;
    private final RequestKeys keys;

    CaseActController(CaseActs acts, Cases cases, RequestKeys keys) {
        this.acts = acts;
        this.cases = cases;
        this.keys = keys;
    }

    @PostMapping("/facts")
    @Operation(
            summary = "Tell new facts",
            description = "Those who lead the case are asked what they change. Danger raises the severity and ends the"
                    + " cool-down.")
    public CaseView facts(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody NewFacts request,
            Authentication caller) {
        return once(
                reference,
                key,
                "facts",
                request,
                caller,
                (at, by) -> acts.tellFacts(at, request.facts(), request.safetyRisk(), by));
    }

    @PostMapping("/severity")
    @Operation(
            summary = "Change the severity",
            description = "Deadlines are decided anew, counted from the report. A lower one needs a reason.")
    public CaseView severity(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody NewSeverity request,
            Authentication caller) {
        if (request.severity() == null) {
            throw Refusal.invalid("severity", "The severity is missing; please say S1, S2, S3 or S4.");
        }
        return once(
                reference,
                key,
                "severity",
                request,
                caller,
                (at, by) -> acts.changeSeverity(at, request.severity(), request.reason(), by));
    }

    @PostMapping("/merge")
    @Operation(
            summary = "Merge the case into another",
            description = "This case ends; the other goes on with its mentions, facts, evidence and apologies.")
    public CaseView merge(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Merge request,
            Authentication caller) {
        // before the request is read any further: nobody else learns which cases there are
        staff(caller);
        CaseReference into = CaseReference.parse(request.into());
        return once(
                List.of(CaseReference.parse(reference), into),
                key,
                "merge",
                request,
                caller,
                (at, by) -> acts.merge(at, into, request.reason(), by));
    }

    @PostMapping("/false-alarm")
    @Operation(
            summary = "Call it a false alarm",
            description = "Refused as soon as something is public: that is rectified in public.")
    public CaseView falseAlarm(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Reason request,
            Authentication caller) {
        return once(
                reference,
                key,
                "false-alarm",
                request,
                caller,
                (at, by) -> acts.callFalseAlarm(at, request.reason(), by));
    }

    @PostMapping("/handover")
    @Operation(summary = "Hand the lead over", description = "Where nobody leads yet, this names the first lead.")
    public CaseView handOver(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody HandOver request,
            Authentication caller) {
        return once(
                reference,
                key,
                "handover",
                request,
                caller,
                (at, by) -> acts.handOver(at, request.to(), request.summary(), by));
    }

    @PostMapping("/cool-down/end")
    @Operation(summary = "Ask to end the cool-down early", description = "A second person has to agree, in a task.")
    public CaseView endCoolDown(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Reason request,
            Authentication caller) {
        return once(
                reference,
                key,
                "cool-down/end",
                request,
                caller,
                (at, by) -> acts.askToEndCoolDown(at, request.reason(), by));
    }

    @PostMapping("/reply")
    @Operation(
            summary = "Answer somebody in person",
            description = "For community managers, spokespeople and crisis leads: begins a reply beside everything else"
                    + " that a crisis does, with the same steps as for one comment. One at a time in a case.")
    public CaseView reply(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Reason request,
            Authentication caller) {
        return once(reference, key, "reply", request, caller, (at, by) -> acts.wantReply(at, request.reason(), by));
    }

    @PostMapping("/freeze/lift")
    @Operation(summary = "Lift the freeze", description = "What was held back of other cases of the brand goes out.")
    public CaseView liftFreeze(
            @PathVariable String reference,
            @RequestHeader(name = RequestKeys.HEADER, required = false) String key,
            @RequestBody Reason request,
            Authentication caller) {
        return once(
                reference, key, "freeze/lift", request, caller, (at, by) -> acts.liftFreeze(at, request.reason(), by));
    }

    private CaseView once(
            String reference,
            String key,
            String act,
            Object request,
            Authentication caller,
            BiConsumer<CaseReference, Person> work) {
        return once(List.of(CaseReference.parse(reference)), key, act, request, caller, work);
    }

    private CaseView once(
            List<CaseReference> references,
            String key,
            String act,
            Object request,
            Authentication caller,
            BiConsumer<CaseReference, Person> work) {
        CaseReference at = references.get(0);
        Person person = staff(caller);
        return keys.once(references, key, act, request, CaseView.class, () -> {
            work.accept(at, person);
            return CaseView.of(cases.get(at));
        });
    }

    private static Person staff(Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        return person;
    }

    record NewFacts(
            @Schema(description = "What became known", requiredMode = Schema.RequiredMode.REQUIRED) String facts,
            @Schema(description = "Whether by this people, their health or their data are in danger")
                    boolean safetyRisk) {}

    record NewSeverity(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Severity severity,
            @Schema(description = "Why; required where it becomes less grave") String reason) {}

    record Merge(
            @Schema(
                            description = "The case that goes on",
                            example = "CR-2026-0001",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String into,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

    record HandOver(
            @Schema(description = "The new lead, by user id", requiredMode = Schema.RequiredMode.REQUIRED) String to,
            @Schema(description = "What the new lead has to know", requiredMode = Schema.RequiredMode.REQUIRED)
                    String summary) {}

    record Reason(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}
}
