package io.firebreak.mention;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.mention.CaseIntakeStore.CaseIntake;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mentions of a case, and the words by which they find it. */
@RestController
@RequestMapping("/api/cases/{reference}")
@Tag(name = "Mentions")
class CaseMentionController {

    private final Cases cases;
    private final Mentions mentions;
    private final MentionViews views;
    private final SearchTerms searchTerms;
    private final CaseIntakeStore intakes;

    CaseMentionController(
            Cases cases, Mentions mentions, MentionViews views, SearchTerms searchTerms, CaseIntakeStore intakes) {
        this.cases = cases;
        this.mentions = mentions;
        this.views = views;
        this.searchTerms = searchTerms;
        this.intakes = intakes;
    }

    @GetMapping("/mentions")
    @Operation(summary = "The mentions of a case, newest first")
    CaseMentionList list(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        CaseReference known = cases.get(CaseReference.parse(reference)).reference();
        MentionStore.Found found = mentions.list(new MentionSearch(known, false, null, page, size));
        return new CaseMentionList(
                intakes.of(known).orElse(null), views.of(found.mentions()), page, size, found.total());
    }

    @GetMapping("/search-terms")
    @Operation(summary = "The words by which mentions join a case")
    Terms terms(@PathVariable String reference) {
        return new Terms(searchTerms.of(CaseReference.parse(reference)));
    }

    @PutMapping(path = "/search-terms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set the words by which mentions join a case",
            description = "For those who work on cases; in the place of the words before. Upper and lower case make no"
                    + " difference, parts of words don't count. Waiting mentions with one of them join at once.")
    Terms setTerms(@PathVariable String reference, @RequestBody Terms terms, Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        return new Terms(searchTerms.set(CaseReference.parse(reference), terms.terms(), person.actor()));
    }

    /**
     * @param intake why a mention opened the case; missing where none did
     * @param page counted from 0
     * @param total how many mentions the case has
     */
    record CaseMentionList(CaseIntake intake, List<MentionView> mentions, int page, int size, long total) {}

    record Terms(
            @Schema(
                            description = "At most 50, each of 2 to 100 characters",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<String> terms) {}
}
