package io.firebreak.engine.deploy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;

/** Checks an embedded HTML form: readable, one form, nothing from elsewhere, no foreign text taken for HTML. */
@Component
class EmbeddedFormCheck implements FileCheck {

    private static final int REPORTED_ERRORS = 20;

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
        document.select("[ng-bind-html]")
                .forEach(element -> problems.add(new BundleProblem(
                        path, place(element), "Foreign text is never HTML; use ng-bind instead of ng-bind-html.")));
        return problems;
    }

    private static String place(Element element) {
        return "line %d, <%s>".formatted(element.sourceRange().start().lineNumber(), element.tagName());
    }
}
