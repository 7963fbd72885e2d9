package io.firebreak.mention;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.mention.MentionIntake.Receipt;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes mentions from tools that watch the networks, and shows what waits. */
@RestController
@RequestMapping("/api/mentions")
@Tag(name = "Mentions")
class MentionController {

    private static final TextRule BRAND =
            TextRule.line("brand", "The brand", 100).optional();

    private final MentionIntake intake;
    private final Mentions mentions;
    private final MentionViews views;

    MentionController(MentionIntake intake, Mentions mentions, MentionViews views) {
        this.intake = intake;
        this.mentions = mentions;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take mentions in",
            description = "Up to 1,000 a call. A mention that came before (same source and external id) is not taken in"
                    + " again, so a call may be repeated. A bad mention is named in the answer and the others are kept."
                    + " Each is kept as evidence and joins an open case of its brand, by its thread or a search term;"
                    + " else the decision table Intake says whether it opens a report, or it waits.")
    Receipt receive(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = MentionsOfACall.class)))
                    @RequestBody
                    JsonNode body,
            Principal caller) {
        return intake.receive(body, new Actor(caller.getName()));
    }

    @GetMapping
    @Operation(summary = "List mentions, newest first")
    MentionList list(
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) String brand,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        MentionStore.Found found = mentions.list(new MentionSearch(null, unassigned, BRAND.require(brand), page, size));
        return new MentionList(views.of(found.mentions()), page, size, found.total());
    }

    @PostMapping(path = "/{id}/move", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Move a mention to a case",
            description =
                    "For those who work on cases. What waits of its thread goes with it. Moving it to the case where"
                            + " it is changes nothing.")
    MentionView move(@PathVariable String id, @RequestBody Move move, Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        if (move.to() == null) {
            throw Refusal.invalid("to", "The case is missing; please say to which one, for example CR-2026-0001.");
        }
        Mention moved = mentions.move(idOf(id), CaseReference.parse(move.to()), person.actor());
        return views.of(List.of(moved)).get(0);
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound("There is no mention with this id; GET /api/mentions lists them with their ids.");
        }
    }

    /**
     * @param page counted from 0
     * @param total how many mentions the whole list has
     */
    record MentionList(List<MentionView> mentions, int page, int size, long total) {}

    record Move(
            @Schema(
                            description = "The reference of an open case",
                            example = "CR-2026-0001",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String to) {}

    /** What a call is like, for the description of the API: it is read item by item. */
    record MentionsOfACall(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "At most 1,000")
                    List<MentionOfACall> mentions) {}

    record MentionOfACall(
            @Schema(
                            description = "The network or tool",
                            example = "mastodon",
                            maxLength = 100,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String source,
            @Schema(
                            description = "The source's own id of the post",
                            maxLength = 1_000,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String externalId,
            @Schema(
                            description = "Whom it is about, spelt as in the cases; the house's brand by default",
                            maxLength = 100)
                    String brand,
            AuthorOfACall author,
            @Schema(description = "A BCP 47 tag; leave it out where it is unknown", example = "es") String language,
            @Schema(
                            description = "ISO 8601 with its offset",
                            example = "2026-05-31T18:30:00Z",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String publishedAt,
            @Schema(description = "Where it can be seen: an http or https address", maxLength = 2_000) String url,
            @Schema(
                            description =
                                    "The external id of the thread's root; leave it out for a post that answers nobody",
                            maxLength = 1_000)
                    String threadId,
            @Schema(
                            description = "What was written, word by word",
                            maxLength = MentionReader.MAXIMUM_TEXT,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String text) {}

    record AuthorOfACall(
            @Schema(maxLength = 200) String handle,
            @Schema(maxLength = 200) String name,
            @Schema(description = "How many people follow the account", minimum = "0") Long reach,
            @Schema(description = "The account's first day", example = "2024-05-31") String since) {}
}
