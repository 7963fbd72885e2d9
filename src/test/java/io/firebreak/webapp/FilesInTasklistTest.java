package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.SampleFiles;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file's way from the form of whoever gathers facts to the others who see the task. */
@FirebreakTest
class FilesInTasklistTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    private String address;
    private WebappSession anna;

    @BeforeEach
    void report() {
        String reference = driver.report("With a screenshot");
        String task = driver.task(reference, "UserTask_AssessIncident").getId();
        address = "/api/tasklist/plugin/firebreak/default/tasks/" + task + "/files";
        anna = WebappSession.signIn(port, "communitymanager", "tasklist");
    }

    @Test
    void shouldKeepWhatIsHandedInAndShowIt() {
        // when
        HttpResponse<String> kept =
                anna.upload(address + "?name=chat.txt&shows=The%20chat&about=", SampleFiles.text("Anna: It broke."));
        HttpResponse<String> list = anna.get(address);
        String id = kept.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> file = anna.get(address + "/" + id);

        // then
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(list.body()).contains("\"chat.txt\"", "\"The chat\"", "\"Carla Marín\"");
        assertThat(file.body()).isEqualTo("Anna: It broke.");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment;");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    void shouldSayWhyAFileIsNotKept() {
        // when
        HttpResponse<String> page = anna.upload(address + "?shows=A%20page", SampleFiles.text("<html></html>"));
        HttpResponse<String> silent = anna.upload(address, SampleFiles.png(1));
        HttpResponse<String> large = anna.upload(address + "?shows=Much", new byte[(10 << 20) + 1]);

        // then
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("\"message\":\"The file is no PNG, JPEG or WebP picture");
        assertThat(silent.body()).contains("What the file shows is missing");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("at most 10,485,760 bytes are taken");
    }

    @Test
    void shouldTakeALargeFile() {
        // given
        byte[] text = "a".repeat(10 << 20).getBytes(StandardCharsets.UTF_8);

        // then
        assertThat(anna.upload(address + "?shows=Much", text).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTakeNothingThatAnotherPageForged() {
        // then
        assertThat(anna.uploadForged(address + "?shows=It", SampleFiles.png(1)).statusCode())
                .isEqualTo(403);
        // the session has ended with it
        assertThat(WebappSession.signIn(port, "communitymanager", "tasklist")
                        .get(address)
                        .body())
                .contains("\"files\":[]");
    }

    @Test
    void shouldShowNothingToThoseWhoMayNotSeeTheTask() {
        // given
        WebappSession owner = WebappSession.signIn(port, "areaowner", "tasklist");

        // then
        assertThat(owner.get(address).statusCode()).isEqualTo(404);
        assertThat(owner.upload(address + "?shows=It", SampleFiles.png(1)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldHandOutNoFileOfAnotherCase() {
        // given
        String other = driver.report("Another case");
        String task = driver.task(other, "UserTask_AssessIncident").getId();
        String elsewhere = "/api/tasklist/plugin/firebreak/default/tasks/" + task + "/files";
        String id = anna.upload(elsewhere + "?shows=It", SampleFiles.png(2))
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        // then
        assertThat(anna.get(elsewhere + "/" + id).statusCode()).isEqualTo(200);
        assertThat(anna.get(address + "/" + id).statusCode()).isEqualTo(404);
    }
}
