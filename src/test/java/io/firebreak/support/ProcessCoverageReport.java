package io.firebreak.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Writes {@code target/process-coverage.md} anew after each test class: how much of each diagram in {@code processes/}
 * the tests of this run have reached so far, and what not. {@code .ci/run} reads its line "Flow nodes covered".
 */
class ProcessCoverageReport extends AbstractTestExecutionListener {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path REPORT = Path.of("target", "process-coverage.md");
    private static final Set<String> CLASSES = new HashSet<>();

    @Override
    public void afterTestClass(TestContext test) throws IOException {
        synchronized (CLASSES) {
            CLASSES.add(test.getTestClass().getName());
            OtherJvms.exchange("classes", CLASSES);
            ProcessCoverage.exchange();
            OtherJvms.replace(REPORT, report(Diagrams.ALL, CLASSES.size()));
        }
    }

    private static String report(List<Diagram> diagrams, int classes) {
        Share nodes = Share.of(
                diagrams.stream().flatMap(diagram -> diagram.nodes().stream()).toList());
        Share flows = Share.of(
                diagrams.stream().flatMap(diagram -> diagram.flows().stream()).toList());
        StringBuilder report = new StringBuilder("# What the tests reached of the processes\n\n")
                .append("Merged over the %d test classes of this run that start the application.%n%n"
                        .formatted(classes))
                .append("Flow nodes covered: %s%n%n".formatted(nodes))
                .append("Sequence flows covered: %s%n%n".formatted(flows))
                .append("| process | flow nodes | sequence flows |\n|---|---|---|\n");
        diagrams.forEach(diagram -> report.append("| `%s` | %s | %s |%n"
                .formatted(diagram.process(), Share.of(diagram.nodes()), Share.of(diagram.flows()))));
        report.append("\n## Not reached\n\n");
        List<String> missing = diagrams.stream()
                .flatMap(diagram -> Stream.concat(diagram.nodes().stream(), diagram.flows().stream()))
                .filter(element -> !element.isReached())
                .map(Part::line)
                .toList();
        report.append(missing.isEmpty() ? "Nothing.\n" : String.join("", missing));
        return report.toString();
    }

    /** Read once, when the first class of a run is done. */
    private static class Diagrams {

        private static final List<Diagram> ALL = read();

        private static List<Diagram> read() {
            try (Stream<Path> files = Files.list(PROCESSES)) {
                return files.filter(file -> file.toString().endsWith(".bpmn"))
                        .sorted()
                        .map(Diagram::read)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Diagram(String process, List<Part> nodes, List<Part> flows) {

        private static Diagram read(Path file) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = file.getFileName().toString().replace(".bpmn", "");
            return new Diagram(
                    process,
                    parts(process, model.getModelElementsByType(FlowNode.class)),
                    parts(process, model.getModelElementsByType(SequenceFlow.class)));
        }

        private static List<Part> parts(String process, Collection<? extends FlowElement> elements) {
            return elements.stream()
                    .map(element -> new Part(process, element.getId(), name(element)))
                    .toList();
        }

        private static String name(FlowElement element) {
            if (element instanceof SequenceFlow flow) {
                String answer = flow.getName() == null ? "" : " (" + flow.getName() + ")";
                return name(flow.getSource()) + " → " + name(flow.getTarget()) + answer;
            }
            return element.getName() == null ? element.getId() : element.getName();
        }
    }

    private record Part(String process, String id, String name) {

        private boolean isReached() {
            return ProcessCoverage.isReached(process, id);
        }

        private String line() {
            return "- `%s`: `%s`, %s%n".formatted(process, id, name.replaceAll("\\s+", " "));
        }
    }

    private record Share(long covered, int all) {

        private static Share of(List<Part> parts) {
            return new Share(parts.stream().filter(Part::isReached).count(), parts.size());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d of %d (%.1f %%)", covered, all, all == 0 ? 100.0 : 100.0 * covered / all);
        }
    }
}
