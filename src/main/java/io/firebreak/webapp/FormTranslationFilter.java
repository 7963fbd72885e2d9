package io.firebreak.webapp;

import io.firebreak.language.FormText;
import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.language.ViewersLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives Tasklist the forms of the deployment in the viewer's language. A form has to be translated before AngularJS compiles
 * it: what it shows only later is out of reach of a script by then.
 */
class FormTranslationFilter extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile(".*/(deployed-form|deployed-start-form)");

    private final StaffWords words;

    FormTranslationFilter(StaffWords words) {
        this.words = words;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        StaffLanguage language = ViewersLanguage.of(request);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (language == StaffLanguage.ENGLISH) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper form = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, form);
        if (form.getStatus() == HttpServletResponse.SC_OK) {
            translate(form, language);
        }
        form.copyBodyToResponse();
    }

    private void translate(ContentCachingResponseWrapper form, StaffLanguage language) throws IOException {
        String english = new String(form.getContentAsByteArray(), StandardCharsets.UTF_8);
        String translated = FormText.translate(english, text -> words.in(language, text));
        form.resetBuffer();
        form.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
        form.getOutputStream().write(translated.getBytes(StandardCharsets.UTF_8));
    }
}
