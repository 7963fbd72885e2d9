package io.firebreak.mention.process;

import io.firebreak.crisis.Spread;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.mention.IntakeDecision;
import io.firebreak.mention.IntakeFacts;
import io.firebreak.mention.IntakeVerdict;
import io.firebreak.mention.IntakeVerdict.Gathers;
import io.firebreak.rule.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine for the decision tables of {@code Intake.dmn}. */
@Component
class IntakeTables implements IntakeDecision {

    private static final String VERDICT = "Intake";
    private static final String WINDOW = "IntakeWindow";

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;

    IntakeTables(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, AsFirebreak asFirebreak) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public Table latest() {
        return new Latest(latest(VERDICT), latest(WINDOW));
    }

    private String latest(String decision) {
        return asFirebreak.call(() -> Optional.ofNullable(repositoryService
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .latestVersion()
                        .singleResult())
                .map(DecisionDefinition::getId)
                .orElseThrow(() -> Refusal.conflict(
                        "The decision %s is not deployed, so nobody can say which mention opens a report; please deploy"
                                        .formatted(decision)
                                + " Intake.dmn and send the mentions again.")));
    }

    private final class Latest implements Table {
        private final String verdictId;
        private final String windowId;
        private final Map<Boolean, Duration> windows = new HashMap<>();
        private final Map<IntakeFacts, IntakeVerdict> verdicts = new HashMap<>();

        Latest(String verdictId, String windowId) {
            this.verdictId = verdictId;
            this.windowId = windowId;
        }

        @Override
        public Duration window(boolean weekend) {
            return windows.computeIfAbsent(
                    weekend,
                    asked -> Duration.ofMinutes(
                            answer(WINDOW, windowId, Map.of("weekend", asked), "windowMinutes", Number.class)
                                    .longValue()));
        }

        @Override
        public IntakeVerdict judge(IntakeFacts facts) {
            return verdicts.computeIfAbsent(facts, this::ask);
        }

        private IntakeVerdict ask(IntakeFacts facts) {
            DmnDecisionResultEntries row = row(VERDICT, verdictId, variables(facts));
            return new IntakeVerdict(
                    entry(VERDICT, row, "open", Boolean.class),
                    entry(VERDICT, row, "reason", String.class),
                    choice(row, "gathers", Gathers.class),
                    entry(VERDICT, row, "influentialAuthor", Boolean.class),
                    choice(row, "spread", Spread.class));
        }
    }

    private static Map<String, Object> variables(IntakeFacts facts) {
        return Map.of(
                "brand", facts.brand(),
                "reach", facts.reach(),
                "ageHours", facts.ageHours(),
                "hostileWords", facts.hostileWords(),
                "hostileWordsKnown", facts.hostileWordsKnown(),
                "mentionsInWindow", facts.mentionsInWindow(),
                "hostileInWindow", facts.hostileInWindow());
    }

    private <T> T answer(String decision, String id, Map<String, Object> variables, String output, Class<T> type) {
        return entry(decision, row(decision, id, variables), output, type);
    }

    private DmnDecisionResultEntries row(String decision, String id, Map<String, Object> variables) {
        DmnDecisionResult result = asFirebreak.call(() ->
                decisionService.evaluateDecisionById(id).variables(variables).evaluate());
        if (result.size() != 1) {
            throw noAnswer(decision, "exactly one row");
        }
        return result.getSingleResult();
    }

    private static <T> T entry(String decision, DmnDecisionResultEntries row, String output, Class<T> type) {
        Object value = row.get(output);
        if (!type.isInstance(value)) {
            throw noAnswer(decision, output);
        }
        return type.cast(value);
    }

    private static <T extends Enum<T>> T choice(DmnDecisionResultEntries row, String output, Class<T> type) {
        String value = entry(VERDICT, row, output, String.class);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException unknown) {
            throw noAnswer(VERDICT, output);
        }
    }

    private static Refusal noAnswer(String decision, String missing) {
        return Refusal.conflict(
                "The decision %s gives no usable answer (%s), so nothing was taken in; please mend Intake.dmn, deploy it, and send the mentions again."
                        .formatted(decision, missing));
    }
}
