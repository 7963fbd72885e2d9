package io.firebreak.engine.deploy;

import static io.firebreak.engine.deploy.XmlFile.CAMUNDA_BPMN;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Checks a BPMN diagram: readable, complete, calling only what exists and what diagrams may call. */
@Component
class DiagramCheck implements FileCheck {

    private static final String OLD_NAMESPACE = "http://activiti.org/bpmn";
    private static final String DEPLOYED_FORM = "embedded:deployment:";
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "scriptTask", "connector");

    private final ExpressionCheck expressions;

    DiagramCheck(ExpressionCheck expressions) {
        this.expressions = expressions;
    }

    @Override
    public String suffix() {
        return "bpmn";
    }

    @Override
    public List<BundleProblem> check(String path, byte[] content, Bundle bundle) {
        List<BundleProblem> problems = new ArrayList<>();
        Document document;
        try {
            document = XmlFile.parse(content);
            Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (SAXException e) {
            return List.of(
                    new BundleProblem(path, XmlFile.placeOf(e), "This is no readable diagram: " + e.getMessage()));
        } catch (ModelException e) {
            return List.of(new BundleProblem(path, "the file", "This is no valid BPMN: " + deepest(e)));
        }
        for (Element element : XmlFile.elements(document)) {
            checkElement(
                    element,
                    path,
                    bundle,
                    reason -> problems.add(new BundleProblem(path, XmlFile.idOf(element), reason)));
        }
        return problems;
    }

    private void checkElement(Element element, String path, Bundle bundle, Consumer<String> problem) {
        String name = element.getLocalName();
        if (FORBIDDEN_ELEMENTS.contains(name)) {
            problem.accept("Scripts and connectors are not run; use a bean of Firebreak or a decision table.");
        }
        if (name.equals("process") && "true".equals(element.getAttribute("isExecutable"))) {
            checkProcess(element, path, problem);
        }
        checkCode(element, problem);
        checkForm(element, bundle, problem);
        checkReferences(element, bundle, problem);
        checkExpressions(element, problem);
    }

    private void checkProcess(Element process, String path, Consumer<String> problem) {
        if (!process.getAttribute("id").equals(Bundle.baseName(path))) {
            problem.accept("The process must have the file's name as its id: " + Bundle.baseName(path) + ".");
        }
        if (process.getAttributeNS(CAMUNDA_BPMN, "historyTimeToLive").isBlank()) {
            problem.accept(
                    "The history time to live is missing; say how long ended cases are kept, for example P365D.");
        }
    }

    private void checkCode(Element element, Consumer<String> problem) {
        if (namesJavaClass(element)) {
            problem.accept("A Java class can't be called; use a bean of Firebreak.");
        }
        String type = element.getAttributeNS(CAMUNDA_BPMN, "type");
        if (!type.isEmpty() && !type.equals("external")) {
            problem.accept("Steps of the type \"%s\" are not run.".formatted(type));
        }
        if (element.hasAttribute("language")) {
            problem.accept("A condition is an expression, not a script; remove its language.");
        }
        if (usesOldNamespace(element)) {
            problem.accept("The namespace %s is not read here; use %s.".formatted(OLD_NAMESPACE, CAMUNDA_BPMN));
        }
        String delegate = attributeOf(element, "delegateExpression");
        boolean readable = !ExpressionCheck.isExpression(delegate)
                || expressions.problemOf(delegate).isEmpty();
        if (!delegate.isEmpty() && readable) {
            checkDelegate(element, delegate, problem);
        }
    }

    /** Under whatever name: {@code class}, {@code formHandlerClass}, {@code variableMappingClass}, a validator. */
    private static boolean namesJavaClass(Element element) {
        boolean validator = element.getLocalName().equals("constraint")
                && element.getAttribute("name").equals("validator");
        return validator
                || attributesOf(element)
                        .map(Attr::getLocalName)
                        .anyMatch(name -> name.equals("class") || name.endsWith("Class"));
    }

    /** The engine reads its attributes in this namespace as well, so that they would get past the other checks. */
    private static boolean usesOldNamespace(Element element) {
        return OLD_NAMESPACE.equals(element.getNamespaceURI())
                || attributesOf(element).map(Attr::getNamespaceURI).anyMatch(OLD_NAMESPACE::equals);
    }

    /** Listeners carry the engine's attributes without a namespace, tasks with it. */
    private static String attributeOf(Element element, String name) {
        return element.hasAttributeNS(CAMUNDA_BPMN, name)
                ? element.getAttributeNS(CAMUNDA_BPMN, name)
                : element.getAttribute(name);
    }

    private static Stream<Attr> attributesOf(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(index -> (Attr) attributes.item(index));
    }

    private void checkDelegate(Element element, String delegate, Consumer<String> problem) {
        Class<?> wanted =
                switch (element.getLocalName()) {
                    case "executionListener" -> ExecutionListener.class;
                    case "taskListener" -> TaskListener.class;
                    default -> JavaDelegate.class;
                };
        boolean fits =
                expressions.beanOf(delegate).filter(wanted::isAssignableFrom).isPresent();
        if (!fits) {
            problem.accept("\"%s\" is no %s that Firebreak offers.".formatted(delegate, wanted.getSimpleName()));
        }
    }

    private void checkForm(Element element, Bundle bundle, Consumer<String> problem) {
        String formKey = element.getAttributeNS(CAMUNDA_BPMN, "formKey");
        if (formKey.isEmpty()) {
            return;
        }
        if (!formKey.startsWith(DEPLOYED_FORM)) {
            problem.accept("The form key \"%s\" must begin with %s.".formatted(formKey, DEPLOYED_FORM));
        } else if (!bundle.contains(formKey.substring(DEPLOYED_FORM.length()))) {
            problem.accept("The form %s is not in the bundle.".formatted(formKey.substring(DEPLOYED_FORM.length())));
        }
    }

    private void checkReferences(Element element, Bundle bundle, Consumer<String> problem) {
        checkBound(
                element,
                element.getAttributeNS(CAMUNDA_BPMN, "decisionRef"),
                "decisionRefBinding",
                "dmn",
                bundle,
                problem);
        checkBound(element, element.getAttributeNS(CAMUNDA_BPMN, "formRef"), "formRefBinding", "form", bundle, problem);
        checkBound(element, element.getAttribute("calledElement"), "calledElementBinding", "bpmn", bundle, problem);
    }

    private void checkBound(
            Element element, String reference, String binding, String suffix, Bundle bundle, Consumer<String> problem) {
        if (reference.isEmpty()) {
            return;
        }
        if (!"deployment".equals(element.getAttributeNS(CAMUNDA_BPMN, binding))) {
            problem.accept(
                    "\"%s\" must be bound to the deployment, so that running cases keep it.".formatted(reference));
        } else if (!bundle.defines(reference, suffix)) {
            problem.accept("%s.%s is not in the bundle.".formatted(reference, suffix));
        }
    }

    private void checkExpressions(Element element, Consumer<String> problem) {
        attributesOf(element).forEach(attribute -> checkExpression(attribute.getValue(), problem));
        if (!element.getLocalName().equals("documentation")) {
            checkExpression(ownTextOf(element), problem);
        }
    }

    /** As the engine reads it: in one piece, whatever comments or elements stand in between. */
    private static String ownTextOf(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private void checkExpression(String text, Consumer<String> problem) {
        if (ExpressionCheck.isExpression(text)) {
            expressions.problemOf(text).ifPresent(problem);
        }
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
