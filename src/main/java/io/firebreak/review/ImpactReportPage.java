package io.firebreak.review;

import io.firebreak.access.StandalonePage;
import io.firebreak.language.ShownWords;
import io.firebreak.language.StaffPages;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The report as a page that stands alone: no script, its style within it, all texts escaped by the template, what is ours in
 * the viewer's language.
 */
@Component
public class ImpactReportPage {

    private final StaffPages pages;
    private final ZoneId zone;

    ImpactReportPage(StaffPages pages, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.pages = pages;
        this.zone = zone;
    }

    public StandalonePage render(ImpactReport report) {
        ShownWords words = pages.forViewer(zone);
        Map<String, Object> values = new HashMap<>();
        values.put("report", report);
        values.put("reportWords", new ReportWords(words));
        values.put(
                "chart", report.reactions().counted().counts().isEmpty() ? null : ReactionChart.of(report.reactions()));
        return StandalonePage.of(pages.render("review/impact-report", words, values));
    }
}
