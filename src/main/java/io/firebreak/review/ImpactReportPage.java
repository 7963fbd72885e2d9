package io.firebreak.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Base64;
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

    /** Of the answer that carries it. */
    public static final String CONTENT_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE_BEGINS = "<style>";
    private static final String STYLE_ENDS = "</style>";

    private final ITemplateEngine templates;
    private final ReportWords words;

    ImpactReportPage(ITemplateEngine templates, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.templates = templates;
        this.words = new ReportWords(zone);
    }

    /**
     * @param html the whole page
     * @param policy its Content Security Policy: nothing is loaded or run, and only the page's own style holds
     */
    public record Rendered(String html, String policy) {}

    public Rendered render(ImpactReport report) {
        Map<String, Object> values = new HashMap<>();
        values.put("report", report);
        values.put("words", words);
        values.put(
                "chart", report.reactions().counted().counts().isEmpty() ? null : ReactionChart.of(report.reactions()));
        String html = templates.process("review/impact-report", new Context(Locale.UK, values));
        return new Rendered(html, policy(html));
    }

    /** The style is the first thing in the page, before any text from outside. */
    private static String policy(String html) {
        int begin = html.indexOf(STYLE_BEGINS) + STYLE_BEGINS.length();
        String style = html.substring(begin, html.indexOf(STYLE_ENDS, begin));
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(sha256(style));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
