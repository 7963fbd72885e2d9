package io.firebreak.notification;

import io.firebreak.access.Authorities;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows by which means people are reached, and lets each try their own. */
@RestController
@RequestMapping("/api/people")
@Tag(name = "People")
class MeansController {

    private final PersonalMeans means;

    MeansController(PersonalMeans means) {
        this.means = means;
    }

    @GetMapping("/me/means")
    @Operation(summary = "By which means you are reached, and when each last worked")
    List<MeansView> own(Authentication authentication) {
        return means.of(authentication.getName());
    }

    @PostMapping("/me/means/{position}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send yourself a test by one means",
            description = "Whether it got through is shown with your means a moment later.")
    List<MeansView> test(@PathVariable int position, Authentication authentication) {
        means.test(authentication.getName(), position);
        return means.of(authentication.getName());
    }

    @GetMapping("/{id}/means")
    @Operation(
            summary = "By which means somebody is reached, and when each last worked",
            description = "For crisis leads, management and administrators.")
    List<MeansView> of(@PathVariable String id, Authentication authentication) {
        Person caller = Person.of(authentication);
        boolean mayLook = caller.isAny(Role.CRISIS_LEAD, Role.MANAGEMENT)
                || caller.authorities().contains(Authorities.ADMINISTRATOR)
                || caller.actor().id().equals(id);
        if (!mayLook) {
            throw Refusal.notAllowed("Only crisis leads, management and administrators see the means of others.");
        }
        return means.of(id);
    }
}
