package io.firebreak.processes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** One file of {@code processes/decisions}, evaluated as it lies there, without a process engine. */
final class DecisionFile {

    private static final Path FOLDER = Path.of("processes", "decisions");

    private final Path path;
    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions;
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

        List<String> rowsOf(String decision) {
            return rowsByDecision.get(decision);
        }
    }
}
