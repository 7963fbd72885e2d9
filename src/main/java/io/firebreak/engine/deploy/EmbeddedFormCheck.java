package io.firebreak.engine.deploy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;

/** Checks an embedded HTML form: readable, one form, nothing from elsewhere, no foreign text taken for HTML. */
@Component
class EmbeddedFormCheck implements FileCheck {

    private static final int REPORTED_ERRORS = 20;
    private static final Set<String> LOADING =
            Set.of("src", "srcset", "poster", "background", "ng-src", "ng-srcset", "ng-attr-src");

    @Override
    public String suffix() {
        return "html";
    }

    @Override
    public List<BundleProblem> check(String path, byte[] content, Bundle bundle) {
        String html;
        try {
            html = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return List.of(new BundleProblem(path, "the file", "The form must be saved as UTF-8."));
        }
        List<BundleProblem> problems = new ArrayList<>();
        Parser parser = Parser.htmlParser().setTrackErrors(REPORTED_ERRORS).setTrackPosition(true);
        Document document = Jsoup.parse(html, "", parser);
        for (ParseError error : parser.getErrors()) {
            problems.add(new BundleProblem(path, "line and column " + error.getCursorPos(), error.getErrorMessage()));
        }
        if (document.select("form").size() != 1) {
            problems.add(new BundleProblem(path, "the file", "There must be exactly one <form>."));
        }
        document.select("script[src], link, iframe, object, embed, base")
                .forEach(element -> problems.add(new BundleProblem(
                        path,
                        place(element),
                        "A form loads nothing from elsewhere; remove <%s>.".formatted(element.tagName()))));
        for (Element element : document.getAllElements()) {
            element.attributes().forEach(attribute -> checkAttribute(path, element, attribute, problems));
        }
        return problems;
    }

    private static void checkAttribute(
            String path, Element element, Attribute attribute, List<BundleProblem> problems) {
        String name = angularName(attribute.getKey());
        if (name.startsWith("ng-bind-html")) {
            problems.add(new BundleProblem(
                    path, place(element), "Foreign text is never HTML; use ng-bind instead of ng-bind-html."));
        }
        if (name.equals("ng-include") || LOADING.contains(name) && isElsewhere(attribute.getValue())) {
            problems.add(new BundleProblem(
                    path, place(element), "A form loads nothing from elsewhere; remove %s.".formatted(name)));
        }
    }

    /** The one name of an attribute that the web application takes in many spellings: data-ng-bind, x-ng:bind… */
    private static String angularName(String attribute) {
        return attribute
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(x|data)[-_:]", "")
                .replace(':', '-')
                .replace('_', '-');
    }

    private static boolean isElsewhere(String address) {
        return address.contains("//") || address.contains("{{");
    }

    private static String place(Element element) {
        return "line %d, <%s>".formatted(element.sourceRange().start().lineNumber(), element.tagName());
    }
}
