package io.firebreak.notification.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.firebreak.notification.Acknowledgements;
import io.firebreak.notification.AddressBook;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.rule.Refusal;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The page behind a link: looking changes nothing, pressing does, and whoever comes late reads why. */
@FirebreakTest
class AnswerPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LinkKey key;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private LinkSettings settings;

    @Autowired
    private SpringTemplateEngine templates;

    @Autowired
    private TestClock clock;

    private final UUID ask = UUID.randomUUID();
    private final Questions questions = new Questions();
    private MockMvc pages;
    private Web web;

    @BeforeEach
    void open() {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(templates);
        views.setCharacterEncoding("UTF-8");
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("questions", questions));
        AddressBook people = user -> new Recipient(
                user, user.equals("jan") ? "Jan Kos" : "Anna Nowak", null, "pl", ZoneId.of("Europe/Warsaw"), List.of());
        AnswerController controller = new AnswerController(
                key, beans.getBeanProvider(Acknowledgements.class), new AnswerPages(people, links, settings), clock);
        pages = MockMvcBuilders.standaloneSetup(controller)
                .setViewResolvers(views)
                .build();
        web = new Web(port);
    }

    @Test
    void shouldShowWhatIsAskedInThePersonsLanguageAndZone() throws Exception {
        // when
        MockHttpServletResponse page = page(get(take()));

        // then
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("<html lang=\"pl\">", "Przejmujesz to zadanie?", "CR-2026-0007", "Approve")
                .contains("niedziela, 25 października 2026, 02:30 Europe/Warsaw")
                .contains("<form method=\"post\" action=\"" + take() + "\">", "Przejmuję</button>")
                .contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\"")
                .contains("Żółć &lt;script&gt;alert(1)&lt;/script&gt; ${7*7}")
                .doesNotContain("<script", "49");
    }

    @Test
    void shouldChangeNothingHoweverOftenAScannerLooks() throws Exception {
        // when
        for (int look = 0; look < 10; look++) {
            page(get(take()));
            page(get(decline()));
            page(head(take()));
            page(head(decline()));
        }

        // then
        assertThat(questions.acts).isEmpty();
        assertThat(page(get(take())).getContentAsString()).contains("<button");
    }

    @Test
    void shouldTakeTheTaskWhenTheButtonIsPressed() throws Exception {
        // when pressed, pressed again, and looked at
        MockHttpServletResponse pressed = page(pressed(take()));
        MockHttpServletResponse again = page(pressed(take()));
        MockHttpServletResponse looked = page(get(take()));

        // then
        for (MockHttpServletResponse page : List.of(pressed, again, looked)) {
            assertThat(page.getStatus()).isEqualTo(200);
            assertThat(page.getContentAsString())
                    .contains("Zadanie jest Twoje", "#/?task=task-1")
                    .doesNotContain("<button");
        }
        assertThat(questions.acts).containsOnly("acknowledge " + ask);
    }

    @Test
    void shouldDeclineByTheOtherLinkAlone() throws Exception {
        // when
        MockHttpServletResponse page = page(pressed(decline()));

        // then
        assertThat(page.getContentAsString()).contains("Wiemy, że nie możesz").doesNotContain("<button");
        assertThat(questions.acts).containsExactly("decline " + ask);
    }

    @Test
    void shouldSayWhoWasFaster() throws Exception {
        // given
        questions.answer = Acknowledgements.Answer.TAKEN_BY_ANOTHER;
        questions.answeredBy = "jan";

        // then
        assertThat(page(get(take())).getContentAsString())
                .contains("Zadanie ma już Jan Kos.")
                .doesNotContain("<button");
    }

    @Test
    void shouldSayThatItIsDoneAlready() throws Exception {
        // given
        questions.answer = Acknowledgements.Answer.OVER;

        // then
        assertThat(page(pressed(take())).getContentAsString())
                .contains("To już zrobione")
                .doesNotContain("<button");
    }

    @Test
    void shouldSayThatALinkHasExpiredAndDoNothing() throws Exception {
        // given
        String link = path(links.take(ask, clock.instant().plus(Duration.ofMinutes(1))));
        int before = page(get(link)).getStatus();

        // when
        clock.advance(Duration.ofMinutes(1));
        MockHttpServletResponse page = page(pressed(link).locale(Locale.forLanguageTag("it-IT")));

        // then
        assertThat(before).isEqualTo(200);
        assertThat(page.getStatus()).isEqualTo(410);
        assertThat(page.getContentAsString())
                .contains("<html lang=\"it\">", "Questo link è scaduto", "Apri Tasklist")
                .doesNotContain("CR-2026-0007", "Żółć");
        assertThat(questions.acts).isEmpty();
    }

    @Test
    void shouldNotKnowAForgedLinkNorAQuestionThatIsGone() throws Exception {
        // given
        String forged = take().substring(0, take().length() - 2) + (take().endsWith("xA") ? "yA" : "xA");
        String gone = path(links.take(UUID.randomUUID(), clock.instant().plusSeconds(60)));

        for (String link : List.of(forged, gone, "/answer/x")) {
            for (MockHttpServletRequestBuilder request : List.of(get(link), pressed(link))) {
                // when
                MockHttpServletResponse page = page(request.locale(Locale.GERMAN));

                // then
                assertThat(page.getStatus()).isEqualTo(404);
                assertThat(page.getContentAsString())
                        .contains("<html lang=\"en\">", "This link does not work", "open Tasklist")
                        .doesNotContain("CR-2026-0007");
            }
        }
        assertThat(questions.acts).isEmpty();
    }

    @Test
    void shouldTakeNothingButTheFormOfThePage() throws Exception {
        assertThat(page(post(take()).contentType(MediaType.APPLICATION_JSON).content("{}"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(page(post(take()).contentType(MediaType.TEXT_PLAIN).content("x"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(questions.acts).isEmpty();
    }

    @Test
    void shouldSayInASentenceWhyItDidNotWork() throws Exception {
        // given
        questions.failure = Refusal.conflict("You wrote this text; somebody else has to approve it.");
        MockHttpServletResponse refused = page(pressed(take()));
        questions.failure = new IllegalStateException("secret inside");
        MockHttpServletResponse broken = page(pressed(take()));

        // then
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("You wrote this text; somebody else has to approve it.");
        assertThat(broken.getStatus()).isEqualTo(500);
        assertThat(broken.getContentAsString()).contains("That did not work").doesNotContain("secret inside");
    }

    @Test
    void shouldKeepThePageOutOfCachesSearchEnginesAndOtherSites() {
        // when
        HttpResponse<String> page = web.get(null, "/answer/x");

        // then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(web.get(null, "/answer/style.css")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void shouldTakeNoOtherWayIn() {
        String form = "application/x-www-form-urlencoded";
        assertThat(web.send(null, "POST", "/answer/x", "a=b", "Content-Type", form)
                        .statusCode())
                .isEqualTo(404);
        assertThat(web.send(null, "POST", "/answer/x", "a".repeat(5_000), "Content-Type", form)
                        .statusCode())
                .isEqualTo(413);
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(web.send(null, method, "/answer/x", null).statusCode()).isEqualTo(403);
        }
        assertThat(web.get(null, "/answer/x/y").statusCode()).isEqualTo(403);
    }

    private String take() {
        return path(links.take(ask, Instant.parse("2099-01-01T00:00:00Z")));
    }

    private String decline() {
        return path(links.decline(ask, Instant.parse("2099-01-01T00:00:00Z")));
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/answer/"));
    }

    private static MockHttpServletRequestBuilder pressed(String path) {
        return post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private MockHttpServletResponse page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = pages.perform(request).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    /** One question, asked of Anna. */
    private final class Questions implements Acknowledgements {

        private final List<String> acts = new ArrayList<>();
        private Answer answer;
        private String answeredBy;
        private RuntimeException failure;

        @Override
        public Question find(UUID id) {
            return id.equals(ask)
                    ? new Question(
                            ask,
                            "anna",
                            "CR-2026-0007",
                            "Żółć <script>alert(1)</script> ${7*7}",
                            "task-1",
                            "Approve",
                            Instant.parse("2026-10-25T00:30:00Z"),
                            answer,
                            answeredBy)
                    : null;
        }

        @Override
        public Question acknowledge(UUID id) {
            return act("acknowledge", id, Answer.ACKNOWLEDGED);
        }

        @Override
        public Question decline(UUID id) {
            return act("decline", id, Answer.DECLINED);
        }

        private Question act(String act, UUID id, Answer outcome) {
            if (failure != null) {
                throw failure;
            }
            acts.add(act + " " + id);
            answer = answer == null ? outcome : answer;
            return find(id);
        }
    }
}
