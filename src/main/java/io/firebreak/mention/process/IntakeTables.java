package io.firebreak.mention.process;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.firebreak.crisis.Spread;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.OneCommand;
import io.firebreak.mention.IntakeDecision;
import io.firebreak.mention.IntakeFacts;
import io.firebreak.mention.IntakeVerdict;
import io.firebreak.mention.IntakeVerdict.Gathers;
import io.firebreak.rule.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final String AUTHOR = "IntakeAuthor";
    private static final String SPREAD = "IntakeSpread";
    private static final String WINDOW = "IntakeWindow";

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;
    private final OneCommand oneCommand;

    IntakeTables(
            @Lazy DecisionService decisionService,
            @Lazy RepositoryService repositoryService,
            AsFirebreak asFirebreak,
            OneCommand oneCommand) {
        this.oneCommand = oneCommand;
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public Table latest() {
        return new Latest(Stream.of(VERDICT, AUTHOR, SPREAD, WINDOW).collect(toMap(identity(), this::latest)));
    }

    private String latest(String decision) {
        return asFirebreak.call(() -> Optional.ofNullable(repositoryService
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .latestVersion()
                        .singleResult())
                .map(DecisionDefinition::getId)
                .orElseThrow(() -> Refusal.conflict(
                        "The decision %s is not deployed, so nobody can say which mention opens a report; please deploy Intake.dmn and send the mentions again."
                                .formatted(decision))));
    }

    /**
     * Each decision is asked once for the same facts: a call brings up to a thousand mentions, and the tables beside
     * {@code Intake} leave only few different questions for it.
     */
    private final class Latest implements Table {
        private final Map<String, String> ids;
        private final Map<Question, DmnDecisionResultEntries> answers = new HashMap<>();

        Latest(Map<String, String> ids) {
            this.ids = ids;
        }

        @Override
        public Duration window(boolean weekend) {
            DmnDecisionResultEntries answer = ask(WINDOW, Map.of("weekend", weekend));
            return Duration.ofMinutes(
                    entry(WINDOW, answer, "windowMinutes", Number.class).longValue());
        }

        @Override
        public List<IntakeVerdict> judge(List<IntakeFacts> mentions) {
            return oneCommand.call(() -> mentions.stream().map(this::judge).toList());
        }

        private IntakeVerdict judge(IntakeFacts facts) {
            DmnDecisionResultEntries author = ask(AUTHOR, Map.of("brand", facts.brand(), "reach", facts.reach()));
            Spread spread = choice(
                    SPREAD,
                    ask(SPREAD, Map.of("brand", facts.brand(), "mentionsInWindow", facts.mentionsInWindow())),
                    "spread",
                    Spread.class);
            DmnDecisionResultEntries verdict = ask(
                    VERDICT,
                    Map.of(
                            "brand", facts.brand(),
                            "authorReach", entry(AUTHOR, author, "authorReach", String.class),
                            "spread", spread.name(),
                            "ageHours", facts.ageHours(),
                            "hostileWords", facts.hostileWords(),
                            "hostileWordsKnown", facts.hostileWordsKnown(),
                            "hostileInWindow", facts.hostileInWindow()));
            return new IntakeVerdict(
                    entry(VERDICT, verdict, "open", Boolean.class),
                    entry(VERDICT, verdict, "reason", String.class),
                    choice(VERDICT, verdict, "gathers", Gathers.class),
                    entry(AUTHOR, author, "influentialAuthor", Boolean.class),
                    spread);
        }

        private DmnDecisionResultEntries ask(String decision, Map<String, Object> facts) {
            return answers.computeIfAbsent(
                    new Question(decision, facts), question -> row(decision, ids.get(decision), facts));
        }
    }

    private record Question(String decision, Map<String, Object> facts) {}

    private DmnDecisionResultEntries row(String decision, String id, Map<String, Object> facts) {
        DmnDecisionResult result = asFirebreak.call(
                () -> decisionService.evaluateDecisionById(id).variables(facts).evaluate());
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

    private static <T extends Enum<T>> T choice(
            String decision, DmnDecisionResultEntries row, String output, Class<T> type) {
        String value = entry(decision, row, output, String.class);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException unknown) {
            throw noAnswer(decision, output);
        }
    }

    private static Refusal noAnswer(String decision, String missing) {
        return Refusal.conflict(
                "The decision %s gives no usable answer (%s), so nothing was taken in; please mend Intake.dmn, deploy it, and send the mentions again."
                        .formatted(decision, missing));
    }
}
