package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.engine.Staff;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and says which languages people speak. */
@RestController
@RequestMapping("/api/people/{id}/languages")
@Tag(name = "People")
class LanguagesController {

    private final Languages languages;
    private final Staff staff;

    LanguagesController(Languages languages, Staff staff) {
        this.languages = languages;
        this.staff = staff;
    }

    @GetMapping
    @Operation(summary = "The languages that a person speaks")
    Spoken show(@PathVariable String id) {
        return new Spoken(languages.of(known(id)));
    }

    @PutMapping
    @Operation(summary = "Say which languages a person speaks; for administrators")
    Spoken set(@PathVariable String id, @RequestBody Spoken spoken, Authentication authentication) {
        if (spoken.languages() == null) {
            throw Refusal.invalid(
                    "languages", "The languages are missing; please give a list of codes, such as en, pl.");
        }
        languages.set(known(id), spoken.languages(), new Actor(authentication.getName()));
        return new Spoken(languages.of(id));
    }

    private String known(String id) {
        if (!staff.isKnown(id)) {
            throw Refusal.notFound("There is nobody with this id.");
        }
        return id;
    }

    record Spoken(@Schema(description = "BCP 47 tags, such as en or pl") List<String> languages) {}
}
