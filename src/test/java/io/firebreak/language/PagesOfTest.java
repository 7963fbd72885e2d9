package io.firebreak.language;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Pages for staff with translations of a test's own. */
public final class PagesOfTest {

    private PagesOfTest() {}

    /** The real templates, said in Spanish by these translations besides those of the house. */
    public static StaffPages inSpanish(Map<String, String> translations) {
        StaffWords words = new StaffWords(PeopleNames.NONE);
        words.useForProcesses(Map.of(StaffLanguage.SPANISH, translations));
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StaffTemplates(words));
        return new StaffPages(engine, words);
    }

    /** What is shown to somebody whose browser prefers the language. */
    public static <T> T toReaderOf(String language, Supplier<T> shown) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, language);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return shown.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
