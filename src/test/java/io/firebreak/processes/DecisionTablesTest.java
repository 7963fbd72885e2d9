package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of hit policies, for every table there is or will be: a UNIQUE table has no overlap and no gap, a FIRST table
 * answers everything and has no row that no facts reach, a COLLECT table never comes back empty. Tried with every
 * combination of the values that a table names, and with the numbers on both sides of each of its cut-offs.
 */
class DecisionTablesTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    static Stream<Table> tables() {
        return DecisionFile.all().stream()
                .flatMap(file -> file.model().getModelElementsByType(DecisionTable.class).stream()
                        .map(table -> new Table(file, table)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldKeepToTheRulesOfItsHitPolicy(Table table) {
        // given
        Set<String> used = new TreeSet<>();

        // when
        for (Map<String, Object> facts : Facts.combinations(table.domain())) {
            List<String> rows = table.rowsFor(facts);

            // then
            assertThat(rows).as("rows for %s", facts).isNotEmpty();
            if (table.policy() == HitPolicy.UNIQUE) {
                assertThat(rows).as("rows for %s", facts).hasSize(1);
            }
            used.addAll(rows);
        }
        if (table.policy() == HitPolicy.FIRST) {
            // the net below the table: a value that nobody has thought of yet reaches it
            used.add(table.lastRow());
        }
        assertThat(used).as("rows that some facts reach").isEqualTo(table.rows());
    }

    /** One table, asked alone: what it takes from other tables is given to it as facts. */
    record Table(DecisionFile file, DecisionTable table) {

        HitPolicy policy() {
            return table.getHitPolicy();
        }

        Set<String> rows() {
            Set<String> ids = new TreeSet<>();
            table.getRules().forEach(rule -> ids.add(rule.getId()));
            return ids;
        }

        String lastRow() {
            List<Rule> rows = List.copyOf(table.getRules());
            return rows.get(rows.size() - 1).getId();
        }

        List<String> rowsFor(Map<String, Object> facts) {
            return file.rowsAlone(((Decision) table.getParentElement()).getId(), facts);
        }

        Map<String, List<Object>> domain() {
            Map<String, List<Object>> values = new LinkedHashMap<>();
            List<Input> inputs = List.copyOf(table.getInputs());
            for (int column = 0; column < inputs.size(); column++) {
                values.put(nameOf(inputs.get(column)), valuesOf(inputs.get(column), column));
            }
            return values;
        }

        private static String nameOf(Input input) {
            return input.getInputExpression().getText().getTextContent().strip();
        }

        private List<Object> valuesOf(Input input, int column) {
            List<Object> answers = file.answersNamed(nameOf(input));
            if (!answers.isEmpty()) {
                return answers;
            }
            return switch (input.getInputExpression().getTypeRef()) {
                case "boolean" -> Facts.YES_AND_NO;
                case "string" -> named(input);
                default -> cutOffs(column);
            };
        }

        private static List<Object> named(Input input) {
            assertThat(input.getInputValues())
                    .as("the values of %s, without which nobody can tell whether all are answered", input.getId())
                    .isNotNull();
            return Arrays.stream(
                            input.getInputValues().getText().getTextContent().split(","))
                    .map(value -> (Object) value.strip().replace("\"", ""))
                    .toList();
        }

        private List<Object> cutOffs(int column) {
            Set<Integer> numbers = new TreeSet<>(Set.of(0));
            boolean mayBeMissing = false;
            for (Rule rule : table.getRules()) {
                String cell = new ArrayList<InputEntry>(rule.getInputEntries())
                        .get(column)
                        .getText()
                        .getTextContent();
                mayBeMissing |= cell.contains("null");
                Matcher found = NUMBER.matcher(cell);
                while (found.find()) {
                    int number = Integer.parseInt(found.group());
                    numbers.addAll(Set.of(Math.max(0, number - 1), number, number + 1));
                }
            }
            List<Object> values = new ArrayList<>(numbers);
            if (mayBeMissing) {
                values.add(null);
            }
            return values;
        }

        @Override
        public String toString() {
            return file + ", " + table.getId();
        }
    }
}
