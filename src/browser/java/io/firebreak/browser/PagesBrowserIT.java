package io.firebreak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.PublishingTest;
import io.firebreak.publishing.ScriptedChannels;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that Firebreak draws outside of Tasklist, for staff and for the public: none of them keeps anybody out. */
@Tag("browser")
@PublishingTest
class PagesBrowserIT {

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Publishing publishing;

    @Autowired
    private ScriptedChannels channels;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openBrowser() {
        channels.reset();
        chromium = new Chromium("http://127.0.0.1:" + port);
        page = chromium.reader("crisislead");
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void shouldKeepNobodyOutOfTheCoverage() {
        // when
        open("/api/reachability");

        // then
        assertThat(page.locator("table").count()).isPositive();
        assertThat(Accessibility.problemsOf(page, "html")).isEmpty();
    }

    @Test
    void shouldKeepNobodyOutOfTheImpactReport() {
        // given
        String reference = beans.createBean(CrisisTasks.class).carryOutMeasure().reference();

        // when
        open("/api/cases/" + reference + "/impact-report");

        // then
        assertThat(page.locator("body").textContent()).contains(reference, "A second phone");
        assertThat(Accessibility.problemsOf(page, "html")).isEmpty();
    }

    @Test
    void shouldKeepNobodyOutOfTheNewsroom() {
        // given
        String reference = beans.createBean(CrisisTasks.class).published();
        String statement = publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals("newsroom"))
                .map(Publication::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();

        // when
        open("/newsroom");

        // then
        assertThat(Accessibility.problemsOf(page, "html")).isEmpty();

        // when
        open(statement.substring(statement.indexOf("/newsroom/")));

        // then
        assertThat(page.locator("article").textContent()).contains("The price is 9 euros.");
        assertThat(Accessibility.problemsOf(page, "html")).isEmpty();
    }

    private void open(String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }
}
