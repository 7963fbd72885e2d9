package io.firebreak.review;

import io.firebreak.access.StandalonePage;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The report as a page that stands alone: no script, its style within it, all texts escaped by the template. */
@Component
public class ImpactReportPage {

    private final ITemplateEngine templates;
    private final ReportWords words;

    ImpactReportPage(ITemplateEngine templates, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.templates = templates;
        this.words = new ReportWords(zone);
    }

    public StandalonePage render(ImpactReport report) {
        Map<String, Object> values = new HashMap<>();
        values.put("report", report);
        values.put("words", words);
        values.put(
                "chart", report.reactions().counted().counts().isEmpty() ? null : ReactionChart.of(report.reactions()));
        String html = templates.process("review/impact-report", new Context(Locale.UK, values));
        return StandalonePage.of(html);
    }
}
