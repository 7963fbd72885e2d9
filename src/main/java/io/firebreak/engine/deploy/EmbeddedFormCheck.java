package io.firebreak.engine.deploy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String FORM_SCRIPT = "text/form-script";

    /** AngularJS takes {@code data-ng-x}, {@code x-ng-x}, {@code ng:x} and {@code ng_x} for {@code ng-x}. */
    private static final Pattern ANGULAR_PREFIX = Pattern.compile("^(?:data|x)[-:_]");

    private static final Pattern MAKES_HTML = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|srcdoc|trustAsHtml|document\\s*\\.\\s*write|\\.\\s*html\\s*\\(");

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
        Findings findings = new Findings(path);
        Parser parser = Parser.htmlParser().setTrackErrors(REPORTED_ERRORS).setTrackPosition(true);
        Document document = Jsoup.parse(html, "", parser);
        for (ParseError error : parser.getErrors()) {
            findings.add("line and column " + error.getCursorPos(), error.getErrorMessage());
        }
        if (document.select("form").size() != 1) {
            findings.add("the file", "There must be exactly one <form>.");
        }
        document.select(
                        "link, iframe, object, embed, base, meta, [src], [srcset], [poster], [background], [ng-src], [ng-srcset], [ng-attr-src]")
                .forEach(element -> findings.add(
                        element, "A form loads nothing from elsewhere; remove <%s>.".formatted(element.tagName())));
        document.select("script").forEach(script -> checkScript(script, findings));
        document.getAllElements().forEach(element -> element.attributes()
                .forEach(attribute -> checkAttribute(element, attribute, findings)));
        return findings.problems;
    }

    private static void checkScript(Element script, Findings findings) {
        if (!script.hasAttr("cam-script") || !FORM_SCRIPT.equals(script.attr("type"))) {
            findings.add(script, "A form's script is written <script cam-script type=\"%s\">.".formatted(FORM_SCRIPT));
        }
        Matcher matcher = MAKES_HTML.matcher(script.data());
        if (matcher.find()) {
            findings.add(
                    script, "Foreign text is never HTML; use textContent instead of %s.".formatted(matcher.group()));
        }
    }

    private static void checkAttribute(Element element, Attribute attribute, Findings findings) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.startsWith("on")) {
            findings.add(element, "Listen in the form's script instead of by the attribute %s.".formatted(name));
        }
        String directive = angular(name);
        if (directive.startsWith("ng-bind-html")) {
            findings.add(element, "Foreign text is never HTML; use ng-bind instead of %s.".formatted(name));
        }
        if (directive.equals("ng-include")) {
            findings.add(element, "A form loads nothing from elsewhere; remove %s.".formatted(name));
        }
    }

    private static String angular(String name) {
        return ANGULAR_PREFIX.matcher(name).replaceFirst("").replaceAll("[:_]", "-");
    }

    /** The problems of one form. */
    private static final class Findings {

        private final String path;
        private final List<BundleProblem> problems = new ArrayList<>();

        Findings(String path) {
            this.path = path;
        }

        void add(Element element, String message) {
            add("line %d, <%s>".formatted(element.sourceRange().start().lineNumber(), element.tagName()), message);
        }

        void add(String place, String message) {
            problems.add(new BundleProblem(path, place, message));
        }
    }
}
