package io.firebreak.notification.answer;

import io.firebreak.notification.Acknowledgements;
import io.firebreak.notification.Acknowledgements.Question;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the links in messages, for people on the way who are not signed in: the link is what lets them in.
 * Looking at it changes nothing, because mail scanners and previews look at every link; the button does. A link can't be
 * guessed (its hash has 256 bits), so nobody is counted who tries.
 */
@Hidden
@Controller
@RequestMapping(AnswerLinks.PATH)
class AnswerController {

    private static final Logger log = LoggerFactory.getLogger(AnswerController.class);

    private static final String VIEW = "notification/answer";

    private final LinkKey key;
    private final ObjectProvider<Acknowledgements> acknowledgements;
    private final AnswerPages pages;
    private final Clock clock;

    AnswerController(LinkKey key, ObjectProvider<Acknowledgements> acknowledgements, AnswerPages pages, Clock clock) {
        this.key = key;
        this.acknowledgements = acknowledgements;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable("token") String written, Locale browser) {
        return answer(written, browser, (token, questions) -> questions.find(token.ask()));
    }

    @PostMapping(path = "/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView act(@PathVariable("token") String written, Locale browser) {
        return answer(written, browser, AnswerController::done);
    }

    @GetMapping("/style.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css"))
                .body(new ClassPathResource("notification/answer.css"));
    }

    /** Something with the question that a valid link answers. */
    private interface Step {

        Question take(AnswerToken token, Acknowledgements questions);
    }

    private static Question done(AnswerToken token, Acknowledgements questions) {
        if (questions.find(token.ask()) == null) {
            return null;
        }
        return token.act() == Act.TAKE ? questions.acknowledge(token.ask()) : questions.decline(token.ask());
    }

    private ModelAndView answer(String written, Locale browser, Step step) {
        Optional<AnswerToken> read = AnswerToken.read(written, key.bytes());
        Acknowledgements questions = acknowledgements.getIfAvailable();
        if (read.isEmpty() || questions == null) {
            return view(pages.plain("unknown", browser), HttpStatus.NOT_FOUND);
        }
        AnswerToken token = read.get();
        if (!clock.instant().isBefore(token.expiresAt())) {
            return view(pages.plain("expired", browser), HttpStatus.GONE);
        }
        Question question = step.take(token, questions);
        return question == null
                ? view(pages.plain("unknown", browser), HttpStatus.NOT_FOUND)
                : view(pages.of(question, token.act(), written), HttpStatus.OK);
    }

    /** People see a page, and never a problem for programs. */
    @ExceptionHandler(RuntimeException.class)
    ModelAndView failed(RuntimeException failure, Locale browser) {
        Refusal refusal = Refusal.behind(failure);
        if (refusal != null) {
            return view(pages.plain("failed", refusal.getMessage(), browser), HttpStatus.CONFLICT);
        }
        log.error("An answer by link failed", failure);
        return view(pages.plain("failed", browser), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView view(AnswerPage page, HttpStatus status) {
        ModelAndView view = new ModelAndView(VIEW, "page", page);
        view.setStatus(status);
        return view;
    }
}
