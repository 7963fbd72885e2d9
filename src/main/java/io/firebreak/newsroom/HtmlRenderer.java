package io.firebreak.newsroom;

import io.firebreak.rule.TextBody;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates of the newsroom. All texts go through their escaping; no template holds an unescaped one. */
@Component
class HtmlRenderer {

    private final NewsroomSettings settings;
    private final SpringTemplateEngine templates;
    private final ResourceBundleMessageSource messages;

    HtmlRenderer(NewsroomSettings settings) {
        this.settings = settings;
        this.messages = messages();
        this.templates = templates(messages);
    }

    String index(Page.Index page) {
        Locale language = settings.houseLanguage();
        List<StatementView> statements = page.statements().stream()
                .map(statement -> StatementView.of(statement, settings.zone(), language))
                .toList();
        Map<String, Object> values = site(language, language, Paths.index(page.number()));
        values.put("statements", statements);
        values.put("number", page.number());
        values.put("last", page.last());
        values.put("newer", page.number() > 1 ? Paths.index(page.number() - 1) : null);
        values.put("older", page.number() < page.last() ? Paths.index(page.number() + 1) : null);
        return render("index", language, values);
    }

    String statement(Page.Statement page) {
        return statement("statement", page.statement(), page.statement().latest());
    }

    String earlierVersion(Page.EarlierVersion page) {
        return statement("earlier-version", page.statement(), page.release());
    }

    String notFound() {
        Locale language = settings.houseLanguage();
        Map<String, Object> values = site(language, language, Paths.ROOT);
        // what does not exist has no other address
        values.remove("canonical");
        return render("not-found", language, values);
    }

    /** A body as it stands in the middle of a page, for feeds. */
    String body(TextBody body) {
        return render("body", settings.houseLanguage(), Map.of("body", body)).strip();
    }

    /** One of the site's own words. */
    String word(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    private String statement(String template, PublicStatement statement, PublishedRelease release) {
        Locale text = Locale.forLanguageTag(release.language());
        Locale around = SiteLanguage.around(text, settings.houseLanguage());
        StatementView view = StatementView.of(statement, settings.zone(), around);
        Map<String, Object> values = site(text, around, view.path());
        values.put("statement", view);
        values.put("release", view.version(release.version()));
        return render(template, around, values);
    }

    /**
     * @param text the language of what is said on the page
     * @param around the language of the site's words on it
     */
    private Map<String, Object> site(Locale text, Locale around, String path) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.brand());
        values.put("language", WrittenLanguage.of(text));
        values.put("words", WrittenLanguage.of(around));
        values.put("canonical", settings.url(path).toString());
        values.put("home", Paths.ROOT);
        values.put("atom", Paths.ATOM);
        values.put("json", Paths.JSON);
        values.put("style", Paths.STYLE);
        return values;
    }

    private String render(String template, Locale language, Map<String, Object> values) {
        return templates.process(template, new Context(language, values));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("newsroom/words");
        messages.setDefaultEncoding("UTF-8");
        // the words of a language must not depend on the machine
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static SpringTemplateEngine templates(ResourceBundleMessageSource messages) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlRenderer.class.getClassLoader());
        resolver.setPrefix("templates/newsroom/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
