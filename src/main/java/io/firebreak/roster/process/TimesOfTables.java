package io.firebreak.roster.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.roster.coverage.PromisedTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Input;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the newest tables {@code Timing} and {@code TaskTiming} leave a chain: a task that is due before the first word to
 * the public is, and that is left lying for as long as the table allows, has to come to a second person before that word
 * is due.
 */
@Component
class TimesOfTables implements PromisedTime {

    private static final String TASK_TIMING = "TaskTiming";
    private static final String TIMING = "Timing";
    private static final List<String> SEVERITIES = List.of("S1", "S2", "S3", "S4", "");

    /** What the tables say, kept as long as they are the same. */
    private final Map<String, Times> known = new ConcurrentHashMap<>();

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;

    TimesOfTables(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, AsFirebreak asFirebreak) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    /** Of one role and severity. */
    private record Key(String role, String severity) {}

    /**
     * @param firstWord when the public hears something first, by severity
     * @param longestWait until the role is called in, for tasks that are due before that
     */
    private record Times(Map<String, Duration> firstWord, Map<Key, Duration> longestWait) {}

    @Override
    public Set<String> rolesAsked() {
        Set<String> roles = new TreeSet<>();
        times().longestWait().keySet().forEach(key -> roles.add(key.role()));
        return roles;
    }

    @Override
    public Duration secondPersonWithin(String role, String severity) {
        String asked = severity == null ? "" : severity;
        Times times = times();
        return times.firstWord()
                .get(asked)
                .minus(times.longestWait().getOrDefault(new Key(role, asked), Duration.ZERO));
    }

    private Times times() {
        return asFirebreak.call(() -> {
            String tables = newest(TASK_TIMING) + " " + newest(TIMING);
            known.keySet().retainAll(Set.of(tables));
            return known.computeIfAbsent(tables, unused -> read());
        });
    }

    private Times read() {
        Map<String, Duration> firstWord = new HashMap<>();
        Map<Key, Duration> longestWait = new HashMap<>();
        List<String> tasks = valuesOf(TASK_TIMING, "task");
        for (String severity : SEVERITIES) {
            Duration word = firstWord(severity);
            firstWord.put(severity, word);
            tasks.stream()
                    .map(task -> decide(TASK_TIMING, Map.of("task", task, "severity", severity)))
                    .filter(row -> isCalledInBefore(row, word))
                    .forEach(row -> longestWait.merge(
                            new Key((String) row.get("escalateTo"), severity),
                            Duration.parse((String) row.get("escalateAfter")),
                            (one, other) -> one.compareTo(other) > 0 ? one : other));
        }
        return new Times(firstWord, longestWait);
    }

    /** A task that can wait for longer than the public has nothing to do with the first word. */
    private static boolean isCalledInBefore(Map<String, Object> row, Duration word) {
        return isSaid(row.get("escalateTo"))
                && Duration.parse((String) row.get("dueIn")).compareTo(word) <= 0
                && Duration.parse((String) row.get("escalateAfter")).compareTo(word) < 0;
    }

    /** The shortest of all kinds of trouble, where nobody's safety is at risk: there the table has no more than minutes. */
    private Duration firstWord(String severity) {
        return valuesOf(TIMING, "category").stream()
                .map(category -> decide(
                        TIMING,
                        Map.of(
                                "safetyRisk", false,
                                "category", category,
                                "severity", severity,
                                "foundFirst", false,
                                "pastPeak", false)))
                .map(row -> row.get(isSaid(row.get("holdingStatementDue")) ? "holdingStatementDue" : "statementDue"))
                .map(due -> Duration.parse((String) due))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static boolean isSaid(Object text) {
        return text instanceof String said && !said.isEmpty();
    }

    private Map<String, Object> decide(String table, Map<String, Object> inputs) {
        return decisionService
                .evaluateDecisionTableByKey(table)
                .variables(inputs)
                .evaluate()
                .getSingleResult()
                .getEntryMap();
    }

    /** The values that an input of a table can have, as the table says. */
    private List<String> valuesOf(String table, String input) {
        return repositoryService.getDmnModelInstance(newest(table)).getModelElementsByType(Input.class).stream()
                .filter(each -> each.getInputExpression()
                        .getText()
                        .getTextContent()
                        .strip()
                        .equals(input))
                .map(Input::getInputValues)
                .filter(Objects::nonNull)
                .flatMap(values -> split(values.getText().getTextContent()))
                .toList();
    }

    private static Stream<String> split(String values) {
        return Arrays.stream(values.split(",")).map(value -> value.strip().replace("\"", ""));
    }

    private String newest(String table) {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
