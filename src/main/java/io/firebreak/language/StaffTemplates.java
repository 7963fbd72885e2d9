package io.firebreak.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Finds the templates of pages for staff in a language: what a template says itself is translated before it is filled, so
 * that no text from outside is taken for one of ours. All other templates are found by others.
 */
@Component
class StaffTemplates extends AbstractTemplateResolver {

    /** With which a template is asked for: a {@link StaffLanguage}. */
    static final String LANGUAGE = "staffLanguage";

    private final StaffWords words;

    StaffTemplates(StaffWords words) {
        this.words = words;
        setName("staff");
        setOrder(0);
    }

    @Override
    protected boolean computeResolvable(
            IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
        return attributes != null && attributes.get(LANGUAGE) instanceof StaffLanguage;
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
        StaffLanguage language = (StaffLanguage) attributes.get(LANGUAGE);
        return new StringTemplateResource(PageText.translate(read(template), text -> words.in(language, text)));
    }

    @Override
    protected TemplateMode computeTemplateMode(
            IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
        return TemplateMode.HTML;
    }

    /** Words change with a deployment, and such a page is read rarely enough to be made anew each time. */
    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
        return NonCacheableCacheEntryValidity.INSTANCE;
    }

    private static String read(String template) {
        String file = "/templates/%s.html".formatted(template);
        try (InputStream content = StaffTemplates.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
