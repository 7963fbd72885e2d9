package io.firebreak.language;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;

/** Pages that Firebreak renders for its staff. */
@Component
public class StaffPages {

    private final ITemplateEngine templates;
    private final StaffWords words;

    StaffPages(ITemplateEngine templates, StaffWords words) {
        this.templates = templates;
        this.words = words;
    }

    /** In which words the values of a page are said to whoever looks at it; English where nobody does, as in a job. */
    public ShownWords forViewer(ZoneId zone) {
        return new ShownWords(words, ViewersLanguage.current(), zone);
    }

    /**
     * A page in the language of its words.
     *
     * @param template below {@code templates/}, without its suffix; its own texts stand in it in English
     * @param words by which the template says its values; there it calls them {@code words}
     * @param values what the template shows; none of it is translated but by the words
     */
    public String render(String template, ShownWords words, Map<String, Object> values) {
        Context shown = new Context(words.language().locale(), values);
        shown.setVariable("words", words);
        return templates.process(new TemplateSpec(template, Map.of(StaffTemplates.LANGUAGE, words.language())), shown);
    }
}
