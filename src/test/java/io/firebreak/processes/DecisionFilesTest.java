package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision table, those that a designer adds later among them. */
class DecisionFilesTest {

    private static final List<String> SOURCES =
            List.of("D0", "D1", "D2", "D3", "D4", "D5", "[S", "Seed 0", "House rule");

    static Stream<DecisionFile> files() {
        return DecisionFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldNameTheSourceOfEveryRow(DecisionFile file) {
        assertThat(file.model().getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(row -> assertThat(
                        row.getDescription())
                .as("annotation of %s", row.getId())
                .isNotNull()
                .satisfies(text -> assertThat(SOURCES).anyMatch(text.getTextContent()::contains)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldSayItsLanguageOnEveryExpression(DecisionFile file) {
        assertThat(file.model().getModelElementsByType(InputExpression.class))
                .isNotEmpty()
                .allSatisfy(input -> {
                    assertThat(input.getExpressionLanguage())
                            .as("language of %s", input.getId())
                            .isEqualTo("feel");
                    assertThat(input.getTypeRef())
                            .as("type of %s", input.getId())
                            .isNotBlank();
                });
        assertThat(file.model().getModelElementsByType(UnaryTests.class))
                .allSatisfy(cell -> assertThat(cell.getExpressionLanguage())
                        .as("language of %s", cell.getId())
                        .isEqualTo("feel"));
        assertThat(file.model().getModelElementsByType(LiteralExpression.class))
                .allSatisfy(cell -> assertThat(cell.getExpressionLanguage())
                        .as("language of %s", cell.getId())
                        .isEqualTo("feel"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldExplainEveryDecisionAndLimitItsHistory(DecisionFile file) {
        assertThat(file.model().getModelElementsByType(Decision.class))
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.getName())
                            .as("name of %s", decision.getId())
                            .isNotBlank();
                    assertThat(decision.getDescription())
                            .as("description of %s", decision.getId())
                            .isNotNull();
                    assertThat(decision.getCamundaHistoryTimeToLiveString())
                            .as("history time to live of %s", decision.getId())
                            .isEqualTo("P365D");
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldCloseEveryTableThatIsReadFromTheTopWithACatchAll(DecisionFile file) {
        tables(file).filter(table -> table.getHitPolicy() != HitPolicy.UNIQUE).forEach(table -> assertThat(
                        lastRow(table).getInputEntries())
                .as("last row of %s", table.getId())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.getText().getTextContent()).isEqualTo("-")));
    }

    private static Stream<DecisionTable> tables(DecisionFile file) {
        return file.model().getModelElementsByType(DecisionTable.class).stream();
    }

    private static Rule lastRow(DecisionTable table) {
        List<Rule> rows = List.copyOf(table.getRules());
        return rows.get(rows.size() - 1);
    }
}
