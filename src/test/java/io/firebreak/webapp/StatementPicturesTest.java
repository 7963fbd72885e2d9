package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementPicture;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A picture's way from the author's form to the approver's and to the public. */
@FirebreakTest
class StatementPicturesTest {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final String ONE = "[{\"name\": \"kettle.png\", \"altText\": \"The kettle\", \"data\": \"%s\"}]";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    private String reference;

    @BeforeEach
    void report() {
        reference = driver.reportedOwnSlip("A cracked kettle");
    }

    @Test
    void shouldShowTheApproverAndThePublicWhatTheAuthorChose() {
        // given
        write(ONE.formatted(PIXEL));
        StatementPicture picture =
                driver.latestVersion(reference).text().pictures().get(0);

        // when
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();
        String address = "/api/tasklist/plugin/firebreak/default/tasks/" + task + "/pictures/";
        WebappSession approver = WebappSession.signIn(port, "legal", "tasklist");
        HttpResponse<String> seen = approver.get(address + picture.sha256());
        driver.approve("legal", reference);
        driver.publish(reference);

        // then
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).get().asString().startsWith("image/png");
        assertThat(approver.get(address + "0".repeat(64)).statusCode()).isEqualTo(404);
        HttpResponse<String> published = new Web(port).get(null, "/newsroom/pictures/" + picture.sha256() + ".png");
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void shouldShowAPictureToNobodyWhoMayNotSeeTheTask() {
        // given
        write(ONE.formatted(PIXEL));
        String sha256 = driver.latestVersion(reference).text().pictures().get(0).sha256();
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();

        // when
        HttpResponse<String> answer = WebappSession.signIn(port, "areaowner", "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/pictures/" + sha256);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldKeepThePictureOfTheVersionBeforeByItsFingerprint() {
        // given
        write(ONE.formatted(PIXEL));
        String before = driver.latestVersion(reference).text().pictures().get(0).sha256();
        driver.complete(
                "legal",
                reference,
                "UserTask_ApproveStatement",
                Map.of(
                        "decision", "SEND_BACK",
                        "comments", "Say more.",
                        "sha256", driver.latestVersion(reference).sha256()));

        // when
        write("[{\"name\": \"kettle.png\", \"altText\": \"The cracked kettle\", \"sha256\": \"%s\"}]"
                .formatted(before));

        // then
        assertThat(driver.latestVersion(reference).text().pictures())
                .singleElement()
                .satisfies(picture -> {
                    assertThat(picture.sha256()).isEqualTo(before);
                    assertThat(picture.altText()).isEqualTo("The cracked kettle");
                });
    }

    @Test
    void shouldRefuseWhatCanBeNoPicture() {
        assertRefused("nonsense", "The pictures must be a JSON list");
        assertRefused(ONE.formatted("%%%"), "The picture kettle.png is not readable");
        assertRefused(ONE.formatted("AAAA"), "kettle.png is no PNG or JPEG picture");
        assertRefused(
                "[{\"name\": \"kettle.png\", \"altText\": \"x\", \"sha256\": \"abc\"}]",
                "The picture kettle.png is in no earlier version");
        String five = "[" + (ONE.formatted(PIXEL).replaceAll("[\\[\\]]", "") + ",").repeat(4)
                + ONE.formatted(PIXEL).replaceAll("[\\[\\]]", "") + "]";
        assertRefused(five, "There are 5 pictures, at most 4 are taken");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    private void assertRefused(String pictures, String sentence) {
        assertThatThrownBy(() -> write(pictures))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining(sentence));
    }

    private void write(String pictures) {
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", "The kettle", "body", "It cracked.", "pictures", pictures));
    }
}
