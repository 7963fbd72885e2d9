package io.firebreak.engine.deploy;

import static io.firebreak.engine.deploy.XmlFile.CAMUNDA_DMN;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Checks a DMN file: readable, complete, every cell an expression in FEEL and in no other language. */
@Component
class TableCheck implements FileCheck {

    private static final Set<String> EXPRESSIONS =
            Set.of("inputExpression", "inputEntry", "outputEntry", "defaultOutputEntry", "literalExpression");
    private static final Set<String> FEEL = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    @Override
    public String suffix() {
        return "dmn";
    }

    @Override
    public List<BundleProblem> check(String path, byte[] content, Bundle bundle) {
        Document document;
        try {
            document = XmlFile.parse(content);
            Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (SAXException e) {
            return List.of(
                    new BundleProblem(path, XmlFile.placeOf(e), "This is no readable decision: " + e.getMessage()));
        } catch (ModelException e) {
            return List.of(new BundleProblem(path, "the file", "This is no valid DMN: " + e.getMessage()));
        }
        List<BundleProblem> problems = new ArrayList<>();
        checkDecisions(path, document, problems);
        for (Element element : XmlFile.elements(document)) {
            checkLanguage(path, element, problems);
            if (EXPRESSIONS.contains(element.getLocalName())) {
                checkExpression(path, element, problems);
            }
        }
        return problems;
    }

    private void checkDecisions(String path, Document document, List<BundleProblem> problems) {
        List<Element> decisions = XmlFile.elements(document).stream()
                .filter(element -> element.getLocalName().equals("decision"))
                .toList();
        String expected = Bundle.baseName(path);
        if (decisions.stream().noneMatch(decision -> decision.getAttribute("id").equals(expected))) {
            problems.add(new BundleProblem(
                    path, "the file", "One decision must have the file's name as its id: " + expected));
        }
        for (Element decision : decisions) {
            if (decision.getAttributeNS(CAMUNDA_DMN, "historyTimeToLive").isBlank()) {
                problems.add(new BundleProblem(
                        path,
                        decision.getAttribute("id"),
                        "The history time to live is missing; say how long it is kept, for example P365D."));
            }
        }
    }

    /** On any element: an outer one may give the language of those within. */
    private static void checkLanguage(String path, Element element, List<BundleProblem> problems) {
        String language = element.getAttribute("expressionLanguage");
        if (!FEEL.contains(language)) {
            problems.add(new BundleProblem(
                    path, XmlFile.idOf(element), "\"%s\" is not run; write it in FEEL.".formatted(language)));
        }
    }

    private void checkExpression(String path, Element element, List<BundleProblem> problems) {
        if (!FEEL.contains(element.getAttribute("expressionLanguage"))) {
            return;
        }
        String text = element.getTextContent().strip();
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        ParseResult result =
                element.getLocalName().equals("inputEntry") ? feel.parseUnaryTests(text) : feel.parseExpression(text);
        if (result.isFailure()) {
            problems.add(new BundleProblem(
                    path,
                    XmlFile.idOf(element),
                    "\"%s\" is no FEEL: %s".formatted(text, result.failure().message())));
        }
    }
}
