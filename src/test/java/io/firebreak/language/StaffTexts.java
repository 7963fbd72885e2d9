package io.firebreak.language;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.firebreak.architecture.ConstantTexts;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.Phase;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.PublicationState;
import io.firebreak.review.ReportWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/** All English texts of ours that people who work with Firebreak get to see. */
final class StaffTexts {

    static final Path PROCESSES = Path.of("processes");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path SCRIPTS = Path.of("src/main/resources/plugin-webapp/firebreak/app");

    /** What speaks to operators, to process designers or to the public, each of whom has their own words. */
    private static final List<String> FOR_OTHERS = List.of(
            "database",
            "demo",
            "engine.deploy",
            "engine.identity",
            "engine.metrics",
            "engine.start",
            "language",
            "ledger",
            "newsroom",
            "notification.answer",
            "notification.means",
            "notification.words",
            "roster.plan",
            "yaml");

    /** Where the templates of pages for staff are. */
    private static final List<String> PAGES = List.of("review", "roster");

    /** Whose constants such pages call by their names. */
    private static final List<Class<? extends Enum<?>>> CALLED_BY_NAME =
            List.of(Category.class, Phase.class, CaseOutcome.class, Audience.class, PublicationState.class);

    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "(?s).*\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|VALUES|ORDER BY|JOIN|CASE WHEN|LISTEN|NOTIFY)\\b.*"
                    + "|.*\\{}.*|.*\\(\\?[:<!=].*|.*'none'.*|.*Content-Disposition.*");

    private static final Pattern RULE_WORDS = Pattern.compile("(?m)^\\s+(?:why|source|remedy): \"(.*)\"$");

    private StaffTexts() {}

    /** What forms say. */
    static Set<String> ofForms() {
        Set<String> texts = new TreeSet<>();
        forEach(PROCESSES.resolve("forms"), ".html", form -> texts.addAll(FormText.in(form)));
        return texts;
    }

    /** What diagrams name in lists that people see: processes and tasks. */
    static Set<String> ofDiagrams() {
        Set<String> texts = new TreeSet<>();
        files(PROCESSES, ".bpmn").forEach(file -> {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(UserTask.class).stream()
                    .map(FlowElement::getName)
                    .forEach(texts::add);
            model.getModelElementsByType(Process.class).stream()
                    .filter(Process::isExecutable)
                    .map(Process::getName)
                    .forEach(texts::add);
        });
        return texts;
    }

    /** What decision tables answer in words. */
    static Set<String> ofTables() {
        return files(PROCESSES.resolve("decisions"), ".dmn")
                .flatMap(
                        file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(OutputEntry.class).stream())
                .map(output -> output.getTextContent().strip())
                .filter(text -> text.startsWith("\"") && text.contains(" "))
                .map(text -> text.substring(1, text.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What scripts of the forms say, and the scripts within forms. */
    static Set<String> ofScripts() {
        Set<String> texts = new TreeSet<>();
        forEach(SCRIPTS, ".js", script -> texts.addAll(ScriptTexts.in(script).said()));
        forEach(
                PROCESSES.resolve("forms"),
                ".html",
                form -> texts.addAll(ScriptTexts.in(scriptOf(form)).said()));
        return texts;
    }

    /** What pages say that Firebreak renders for staff, as formats. */
    static Set<String> ofPages() {
        Set<String> texts = new TreeSet<>();
        forEachPage(template -> texts.addAll(PageText.in(template)));
        CALLED_BY_NAME.stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(ReportWords::english)
                .forEach(texts::add);
        return texts;
    }

    static void forEachPage(Consumer<String> use) {
        PAGES.forEach(folder -> forEach(TEMPLATES.resolve(folder), ".html", use));
    }

    /**
     * What Firebreak says in refusals, in the ledger, on its pages, and beside what it shows; formats of Java. Words that are said only as
     * values within sentences, too short to be told from other constants, are listed in a file.
     */
    static Set<String> ofSentences() {
        return Sentences.ALL;
    }

    /** Found once: all classes are read for them. */
    private static class Sentences {

        private static final Set<String> ALL = find();

        private static Set<String> find() {
            Set<String> texts = formats();
            texts.addAll(ofPages());
            texts.addAll(ofHouseRules());
            texts.addAll(lines(Path.of("src/test/resources/language/values.txt")));
            return Set.copyOf(texts);
        }
    }

    /** What the house rules that come along say of a text that breaks them. */
    private static Set<String> ofHouseRules() {
        return RULE_WORDS
                .matcher(text(Path.of("src/main/resources/house-rules/rules.yaml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> formats() {
        Set<String> notShown = Set.copyOf(lines(Path.of("src/test/resources/language/not-shown.txt")));
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.firebreak").stream()
                        .filter(StaffTexts::isForStaff)
                        .map(JavaClass::getName)
                        .flatMap(name -> ConstantTexts.of(name).stream())
                        .filter(StaffTexts::isText)
                        .map(text -> text.replace("\u0001", "%s"))
                        .filter(text -> !notShown.contains(oneLine(text)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text as a line of a file. */
    static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    static String scriptOf(String form) {
        int begin = form.indexOf("<script");
        return begin < 0 ? "" : form.substring(form.indexOf('>', begin) + 1, form.lastIndexOf("</script>"));
    }

    private static boolean isForStaff(JavaClass type) {
        String name = type.getPackageName().replaceFirst("^io\\.firebreak\\.?", "");
        return FOR_OTHERS.stream().noneMatch(other -> name.equals(other) || name.startsWith(other + "."));
    }

    private static boolean isText(String text) {
        return text.strip().contains(" ")
                && text.codePoints().filter(Character::isLetter).count() > 2
                && !NOT_FOR_PEOPLE.matcher(text).matches();
    }

    static void forEach(Path folder, String suffix, Consumer<String> use) {
        files(folder, suffix).forEach(file -> use.accept(text(file)));
    }

    static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }
}
