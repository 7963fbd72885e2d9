package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every diagram in {@code processes/} keeps to, so that people can read it and programs can rely on it. */
class DiagramModelTest {

    private static final Path PROCESSES = Path.of("processes");

    static Stream<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(PROCESSES)) {
            List<Path> diagrams =
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList();
            assertThat(diagrams).isNotEmpty();
            return diagrams.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldNameTheProcessAfterItsFile(Path file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldGiveEachElementAnIdThatSaysWhatItIs(Path file) {
        assertThat(all(file, FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(kind(element) + "_[A-Z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldNameEachStepEventAndQuestion(Path file) {
        assertThat(all(file, Activity.class)).allSatisfy(this::isNamed);
        assertThat(all(file, Event.class)).allSatisfy(this::isNamed);
        assertThat(all(file, ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getOutgoing()).allSatisfy(this::isNamed);
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldExplainEachHumanTaskTimerAndCallOfFirebreak(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(this::isDocumented);
        assertThat(all(file, ServiceTask.class)).allSatisfy(this::isDocumented);
        assertThat(all(file, CallActivity.class)).allSatisfy(this::isDocumented);
        assertThat(all(file, ReceiveTask.class)).allSatisfy(this::isDocumented);
        assertThat(all(file, Event.class))
                .filteredOn(event -> !event.getChildElementsByType(TimerEventDefinition.class)
                        .isEmpty())
                .allSatisfy(this::isDocumented);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldSayForEachHumanTaskWhoDoesItAndOnWhichForm(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty();
            String form = task.getCamundaFormKey().replaceFirst("^embedded:deployment:", "");
            assertThat(PROCESSES.resolve(form)).exists();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldCallTheChainOfCommandForEachHumanTask(Path file) {
        String calledFor = all(file, MultiInstanceLoopCharacteristics.class).stream()
                .filter(each -> each.getParentElement() instanceof CallActivity call
                        && call.getCalledElement().equals("ChainOfCommand"))
                .map(MultiInstanceLoopCharacteristics::getCamundaCollection)
                .collect(Collectors.joining(" "));
        assertThat(all(file, UserTask.class)).allSatisfy(task -> assertThat(calledFor)
                // what the promise of a holding statement waits for is one of two tasks
                .containsAnyOf("'" + task.getId() + "'", "promisedWord.openTask(execution)"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldTakeDurationsFromDecisionTables(Path file) {
        assertThat(all(file, TimerEventDefinition.class))
                .hasSizeGreaterThanOrEqualTo(all(file, UserTask.class).isEmpty() ? 0 : 1)
                .allSatisfy(timer -> assertThat(timer.getTextContent()).contains("${"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldBindDecisionsToTheDeployment(Path file) {
        assertThat(all(file, BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
            assertThat(PROCESSES.resolve("decisions").resolve(task.getCamundaDecisionRef() + ".dmn"))
                    .exists();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldBindCalledProcessesToTheDeploymentAndTellThemTheCase(Path file) {
        assertThat(all(file, CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(PROCESSES.resolve(call.getCalledElement() + ".bpmn")).exists();
            Collection<CamundaIn> handedOn = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list();
            assertThat(handedOn).extracting(CamundaIn::getCamundaBusinessKey).contains("${caseKey.of(execution)}");
            assertThat(handedOn)
                    .extracting(CamundaIn::getCamundaTarget)
                    .contains("caseReference", "caseTitle", "severity");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldHoldNoScript(Path file) {
        assertThat(all(file, ScriptTask.class)).isEmpty();
        assertThat(read(file)).doesNotContain("camunda:script").doesNotContain("camunda:class");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shouldDrawEachNodeAndFlow(Path file) {
        assertThat(all(file, BpmnShape.class))
                .extracting(shape -> shape.getBpmnElement().getId())
                .containsAll(all(file, FlowNode.class).stream()
                        .map(BaseElement::getId)
                        .toList());
        assertThat(all(file, BpmnEdge.class))
                .extracting(edge -> edge.getBpmnElement().getId())
                .containsAll(all(file, SequenceFlow.class).stream()
                        .map(BaseElement::getId)
                        .toList());
    }

    private void isNamed(FlowElement element) {
        assertThat(element.getName()).as("name of " + element.getId()).isNotBlank();
    }

    private void isDocumented(BaseElement element) {
        assertThat(element.getDocumentations())
                .as("documentation of " + element.getId())
                .isNotEmpty();
    }

    /** As {@code UserTask} for a user task; gateways and catch events by the shorter word that people use. */
    private static String kind(FlowElement element) {
        String type = element.getElementType().getTypeName();
        if (type.endsWith("Gateway")) {
            return "Gateway";
        }
        return type.equals("intermediateCatchEvent")
                ? "CatchEvent"
                : Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return model.getModelElementsByType(type);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
