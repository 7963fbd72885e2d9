package io.firebreak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.notification.NoticeDriver;
import io.firebreak.roster.Roster;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a task that nobody answers to somebody who takes it on a phone: the chain, a real mail, its links, their pages. */
@FirebreakTest
class ChainByMailTest {

    private static final Pattern LINK = Pattern.compile("/answer/[\\w-]+");

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private EscalationDriver chain;

    @Autowired
    private NoticeDriver notices;

    @Autowired
    private Roster roster;

    @LocalServerPort
    private int port;

    private Web web;
    private PlanInForce groups;

    @BeforeEach
    void connect() {
        web = new Web(port);
        groups = PlanInForce.madeOfGroups(roster);
        notices.forgetEverything();
    }

    @AfterEach
    void forget() {
        groups.close();
        notices.forgetEverything();
    }

    @Test
    void shouldReachSomebodyWhoTakesTheTaskOnTheirPhone() throws Exception {
        // given
        String reference = chain.unanswered();
        notices.sendOver(SMTP.getSmtp().getPort());
        List<String> links = linksTo("management");

        // when a mail scanner fetches every link
        for (int look = 0; look < 10; look++) {
            links.forEach(link -> assertThat(nobody("GET", link).statusCode()).isEqualTo(200));
        }

        // then
        assertThat(chain.task(reference).getAssignee()).isNull();
        assertThat(chain.states(reference)).containsExactly("ASKING");

        // when
        HttpResponse<String> taken = nobody("POST", links.get(0));

        // then
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains(reference);
        assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
        assertThat(chain.states(reference)).containsExactly("RESTING");

        // when the other one presses too
        HttpResponse<String> late = nobody("POST", linksTo("management2").get(0));

        // then
        assertThat(late.body()).contains("Beatriz Soler");
        assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
    }

    @Test
    void shouldAskTheNextLevelByMailWhenEverybodyDeclines() throws Exception {
        // given
        String reference = chain.unanswered();
        notices.sendOver(SMTP.getSmtp().getPort());

        // when
        nobody("POST", linksTo("management").get(1));
        nobody("POST", linksTo("management2").get(1));
        notices.sendOver(SMTP.getSmtp().getPort());

        // then
        assertThat(chain.openAsks(reference)).containsExactly("crisislead", "crisislead2");
        assertThat(linksTo("crisislead")).hasSize(2);
    }

    /** To take the task, and to decline. */
    private static List<String> linksTo(String person) {
        MimeMessage mail = Arrays.stream(SMTP.getReceivedMessages())
                .filter(received -> isTo(received, person))
                .filter(received -> LINK.matcher(textOf(received)).find())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody asked by mail: " + person));
        Matcher links = LINK.matcher(textOf(mail));
        return links.results().map(result -> result.group()).distinct().toList();
    }

    private static String textOf(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "");
    }

    private static boolean isTo(MimeMessage mail, String person) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().startsWith(person + "@");
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** As a browser sends a form, without signing in. */
    private HttpResponse<String> nobody(String method, String path) {
        return method.equals("POST")
                ? web.send(null, method, path, "", "Content-Type", "application/x-www-form-urlencoded")
                : web.send(null, method, path, null);
    }
}
