package io.firebreak.escalation;

import io.firebreak.access.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff may do with an open task besides completing it. Done again, nothing happens twice. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Acts on tasks")
class TaskActController {

    private final TaskActs acts;

    TaskActController(TaskActs acts) {
        this.acts = acts;
    }

    @PostMapping("/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take the task",
            description =
                    "The chain of command rests until the task is due. Two at once: the second reads who was first.")
    void acknowledge(@PathVariable String taskId, Authentication caller) {
        acts.acknowledge(taskId, staff(caller));
    }

    @PostMapping(path = "/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that you can't take the task",
            description =
                    "For those who were asked, and for its holder. The next one is asked at once if nobody is left.")
    void decline(@PathVariable String taskId, @RequestBody Reason request, Authentication caller) {
        acts.decline(taskId, request.reason(), staff(caller));
    }

    @PostMapping(path = "/delegate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Name somebody else for the task",
            description =
                    "For those who were asked, and for its holder. The other is asked next and can take the task.")
    void delegate(@PathVariable String taskId, @RequestBody Delegation request, Authentication caller) {
        acts.delegate(taskId, request.to(), request.reason(), staff(caller));
    }

    @PostMapping("/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the task from its holder", description = "For everybody who can take the task.")
    void takeOver(@PathVariable String taskId, Authentication caller) {
        acts.takeOver(taskId, staff(caller));
    }

    @PostMapping(path = "/hand-over", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Hand the task over",
            description = "For its holder, to somebody who can take it or is on duty. The summary stays in the ledger.")
    void handOver(@PathVariable String taskId, @RequestBody HandOver request, Authentication caller) {
        acts.handOver(taskId, request.to(), request.summary(), staff(caller));
    }

    private static Person staff(Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        return person;
    }

    record Reason(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

    record Delegation(
            @Schema(description = "Who is to be asked, by user id", requiredMode = Schema.RequiredMode.REQUIRED)
                    String to,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

    record HandOver(
            @Schema(description = "Who holds it from now on, by user id", requiredMode = Schema.RequiredMode.REQUIRED)
                    String to,
            @Schema(description = "What they have to know", requiredMode = Schema.RequiredMode.REQUIRED)
                    String summary) {}
}
