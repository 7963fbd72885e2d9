package io.firebreak.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the template of a page says to staff. A text of it is a whole sentence, and may hold values ({@code Within
 * [[${mark.hours}]] h}); to translators that is {@code Within %s h}.
 */
final class PageText {

    private static final Pattern VALUE = Pattern.compile("\\[\\[.*?]]");

    /** What the template engine would read as an expression. A translation holds none, whoever wrote it. */
    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[|\\[\\(");

    /** The first of the characters that stand for values while a sentence is translated; nobody writes them. */
    private static final char FIRST_MARK = '\uE000';

    private PageText() {}

    /** The template with all that it says said anew; its expressions are as they were. */
    static String translate(String template, UnaryOperator<String> translation) {
        return FormText.translatePage(template, text -> translated(text, translation));
    }

    /** All that a template says, as formats. */
    static Set<String> in(String template) {
        Set<String> texts = new TreeSet<>();
        FormText.translatePage(template, text -> {
            if (FormText.saysSomething(VALUE.matcher(text).replaceAll(""))) {
                texts.add(VALUE.matcher(text).replaceAll("%s"));
            }
            return text;
        });
        return texts;
    }

    private static String translated(String text, UnaryOperator<String> translation) {
        List<String> values =
                VALUE.matcher(text).results().map(MatchResult::group).toList();
        String said = translation.apply(marked(text, values));
        return EXPRESSION.matcher(said).find() ? text : filled(said, values);
    }

    private static String marked(String text, List<String> values) {
        String marked = text;
        for (String mark : marks(values)) {
            marked = VALUE.matcher(marked).replaceFirst(mark);
        }
        return marked;
    }

    private static String filled(String said, List<String> values) {
        String filled = said;
        List<String> marks = marks(values);
        for (int place = 0; place < values.size(); place++) {
            filled = filled.replace(marks.get(place), values.get(place));
        }
        return filled;
    }

    private static List<String> marks(List<String> values) {
        List<String> marks = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            marks.add(String.valueOf((char) (FIRST_MARK + place)));
        }
        return marks;
    }
}
