package io.firebreak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that Firebreak draws outside of Tasklist, for staff and for the public: none of them keeps anybody out. */
@BrowserTest
class PagesBrowserIT {

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private Publishing publishing;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    private Page page;

    @BeforeEach
    void openPage() {
        page = chromium.reader("crisislead");
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
        String reference = crises.carryOutMeasure().reference();

        // when
        open("/api/cases/" + reference + "/impact-report");

        // then
        assertThat(page.locator("body").textContent()).contains(reference, "A second phone");
        assertThat(Accessibility.problemsOf(page, "html")).isEmpty();
    }

    @Test
    void shouldKeepNobodyOutOfTheNewsroom() {
        // given
        String reference = crises.published();
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
        page.navigate(chromium.address() + path);
    }
}
