package io.firebreak.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The language of whoever looks at the answer of the present request. */
public final class ViewersLanguage {

    private ViewersLanguage() {}

    /** The language of the request under way; English where there is none, as in a job. */
    public static StaffLanguage current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : StaffLanguage.ENGLISH;
    }

    /** Whether a request is under way, so that somebody reads the answer. */
    static boolean hasViewer() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes;
    }

    /**
     * The browser's first language where Firebreak speaks it, else English: Tasklist chooses its own words by the same
     * rule, and a page in two languages helps nobody.
     */
    public static StaffLanguage of(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null
                ? StaffLanguage.ENGLISH
                : StaffLanguage.of(first(accepted)).orElse(StaffLanguage.ENGLISH);
    }

    private static String first(String accepted) {
        try {
            List<LanguageRange> ranges = LanguageRange.parse(accepted);
            return ranges.stream()
                    .max(Comparator.comparingDouble(LanguageRange::getWeight))
                    .map(LanguageRange::getRange)
                    .orElse(null);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
