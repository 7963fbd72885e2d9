package io.firebreak.demo;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows the demo's mails. What a mail brings is shown as text; its HTML stands alone in a frame that can do nothing. */
@Hidden
@Controller
@Profile("demo")
@Conditional(WithoutMailServer.class)
@RequestMapping("/demo/mails")
class DemoMailController {

    private static final String NOTHING_RUNS =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'";

    private final DemoMails mails;

    DemoMailController(DemoMails mails) {
        this.mails = mails;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("mails", mails.newestFirst());
        return "demo/mails";
    }

    @GetMapping("/{number}")
    String mail(@PathVariable("number") long number, Model model) {
        DemoMail mail = find(number);
        model.addAttribute("mail", mail);
        model.addAttribute("parts", DemoMailParts.of(mail));
        return "demo/mail";
    }

    @GetMapping("/{number}/html")
    ResponseEntity<byte[]> html(@PathVariable("number") long number) {
        String html = DemoMailParts.of(find(number)).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This mail has no HTML.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private DemoMail find(long number) {
        return mails.find(number)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no mail %d (any more).".formatted(number)));
    }
}
