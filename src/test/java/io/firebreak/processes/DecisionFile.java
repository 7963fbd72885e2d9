package io.firebreak.processes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Output;

/** One file of {@code processes/decisions}, evaluated as it lies there, without a process engine. */
final class DecisionFile {

    private static final Path FOLDER = Path.of("processes", "decisions");

    private final Path path;
    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions;
    private Map<String, DmnDecision> alone;
    private final Map<String, List<String>> matched = new HashMap<>();

    private DecisionFile(Path path) {
        this.path = path;
        this.model = Dmn.readModelFromFile(path.toFile());
        this.engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .customPostDecisionTableEvaluationListeners(List.of(this::remember))
                .buildEngine();
        this.decisions = engine.parseDecisions(model).stream().collect(toMap(DmnDecision::getKey, identity()));
    }

    static DecisionFile of(String name) {
        return new DecisionFile(FOLDER.resolve(name + ".dmn"));
    }

    static List<DecisionFile> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(DecisionFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a decision says about the facts, and which rows of each table it passed said so. */
    Answer decide(String decision, Map<String, Object> facts) {
        matched.clear();
        DmnDecisionResult result = engine.evaluateDecision(decisions.get(decision), facts);
        return new Answer(result, Map.copyOf(matched));
    }

    /** Which rows of one table say something about the facts, among which are the answers of other tables. */
    List<String> rowsAlone(String decision, Map<String, Object> facts) {
        matched.clear();
        engine.evaluateDecisionTable(alone().get(decision), facts);
        return matched.get(decision);
    }

    private Map<String, DmnDecision> alone() {
        if (alone == null) {
            DmnModelInstance copy = model.clone();
            List.copyOf(copy.getModelElementsByType(InformationRequirement.class)).stream()
                    .filter(requirement -> requirement.getRequiredDecision() != null)
                    .forEach(requirement -> requirement.getParentElement().removeChildElement(requirement));
            alone = engine.parseDecisions(copy).stream().collect(toMap(DmnDecision::getKey, identity()));
        }
        return alone;
    }

    /** What a table of this file can answer under this name; empty when none of them does, or when it adds up. */
    List<Object> answersNamed(String name) {
        Set<Object> answers = new LinkedHashSet<>();
        for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
            if (table.getAggregation() == BuiltinAggregator.SUM) {
                // any sum, not only one of the rows' numbers
                continue;
            }
            List<Output> outputs = List.copyOf(table.getOutputs());
            for (int column = 0; column < outputs.size(); column++) {
                if (name.equals(outputs.get(column).getName())) {
                    answers.addAll(column(table, column));
                }
            }
        }
        return List.copyOf(answers);
    }

    private static List<Object> column(DecisionTable table, int column) {
        return table.getRules().stream()
                .map(rule -> List.copyOf(rule.getOutputEntries())
                        .get(column)
                        .getText()
                        .getTextContent()
                        .strip())
                .map(text -> text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : value(text))
                .toList();
    }

    private static Object value(String text) {
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text.replace("\"", "");
    }

    DmnModelInstance model() {
        return model;
    }

    DecisionTable table(String decision) {
        return (DecisionTable) ((Decision) model.getModelElementById(decision)).getExpression();
    }

    Set<String> rows(String decision) {
        Set<String> ids = new TreeSet<>();
        table(decision).getRules().forEach(rule -> ids.add(rule.getId()));
        return ids;
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        matched.put(
                event.getDecisionTable().getKey(),
                event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList());
    }

    record Answer(DmnDecisionResult result, Map<String, List<String>> rowsByDecision) {

        Object single() {
            return result.getSingleEntry();
        }

        Map<String, Object> row() {
            return result.getSingleResult().getEntryMap();
        }

        /** Of a table that gives several rows. */
        List<Map<String, Object>> all() {
            return result.getResultList();
        }

        List<String> rowsOf(String decision) {
            return rowsByDecision.get(decision);
        }
    }
}
