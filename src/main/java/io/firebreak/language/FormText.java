package io.firebreak.language;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What an HTML form says to a person: its texts, and the attributes that are read out or shown. */
public final class FormText {

    private static final List<String> ATTRIBUTES =
            List.of("placeholder", "title", "aria-label", "alt", "data-label", "data-problem", "data-button");

    private FormText() {}

    /** The form with all that it says said anew; the rest of it is as it was. */
    public static String translate(String html, UnaryOperator<String> translation) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        NodeTraversor.traverse(visitor(translation), document.body());
        return document.body().html();
    }

    /** The same for the template of a whole page in HTML, whose expressions are left. */
    static String translatePage(String html, UnaryOperator<String> translation) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().settings(ParseSettings.preserveCase));
        document.outputSettings().prettyPrint(false);
        NodeTraversor.traverse(visitor(translation), document);
        return "<!DOCTYPE html>\n" + document.selectFirst("html").outerHtml();
    }

    /** All that a form says, with blanks as a browser shows them. */
    public static Set<String> in(String html) {
        Set<String> texts = new TreeSet<>();
        translate(html, text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    private static NodeVisitor visitor(UnaryOperator<String> translation) {
        return (Node node, int depth) -> {
            if (node instanceof TextNode text) {
                say(text, translation);
            } else if (node instanceof Element element) {
                ATTRIBUTES.stream()
                        .filter(name -> saysSomething(element.attr(name)))
                        .forEach(name -> element.attr(name, translation.apply(element.attr(name))));
            }
        };
    }

    private static void say(TextNode node, UnaryOperator<String> translation) {
        String written = node.getWholeText();
        String text = StringUtil.normaliseWhitespace(written).strip();
        if (saysSomething(text)) {
            String before = Character.isWhitespace(written.charAt(0)) ? " " : "";
            String after = Character.isWhitespace(written.charAt(written.length() - 1)) ? " " : "";
            node.text(before + translation.apply(text) + after);
        }
    }

    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
