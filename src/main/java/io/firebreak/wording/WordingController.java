package io.firebreak.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets people and tools ask what the house rules say to a text. It is not kept. */
@RestController
@RequestMapping(path = "/api/wording", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Wording")
class WordingController {

    private final HouseRules rules;
    private final CaseWordings cases;

    WordingController(HouseRules rules, CaseWordings cases) {
        this.rules = rules;
        this.cases = cases;
    }

    /**
     * @param findings in the order of the text; last what is missing
     */
    record Answer(List<Finding> findings) {}

    @PostMapping("/check")
    @Operation(
            summary = "Check a text by the house rules",
            description = "Nothing is kept. With a case its posture, its apologies, what was said before and who wrote"
                    + " to us count, too. Errors keep a text from being handed in; warnings ask its author for a word.")
    public Answer check(@RequestBody TextToCheck text) {
        Wording wording = text.wording();
        boolean ofCase = text.caseReference() != null && !text.caseReference().isBlank();
        return new Answer(
                rules.check(ofCase ? cases.completed(text.caseReference().strip(), wording) : wording));
    }
}
