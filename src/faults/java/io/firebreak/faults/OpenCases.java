package io.firebreak.faults;

import io.firebreak.access.Role;
import io.firebreak.database.FaultsDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tens of thousands of open cases in seconds: copies of one real case that waits for a person, row by row, with ids of
 * their own. Only the harness writes into the engine's tables; the application never does.
 */
final class OpenCases {

    /** Far above all that the application numbers itself. */
    private static final int FIRST_NUMBER = 200_001;

    /** The tables that hold a case, and by which column its rows are found; parents before children. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("act_hi_procinst", "proc_inst_id_");
        TABLES.put("act_hi_actinst", "proc_inst_id_");
        TABLES.put("act_hi_taskinst", "proc_inst_id_");
        TABLES.put("act_hi_varinst", "proc_inst_id_");
        TABLES.put("act_hi_identitylink", "task_id_");
        TABLES.put("act_ru_execution", "proc_inst_id_");
        TABLES.put("act_ru_task", "proc_inst_id_");
        TABLES.put("act_ru_identitylink", "task_id_");
        TABLES.put("act_ru_variable", "proc_inst_id_");
        TABLES.put("act_ru_job", "process_instance_id_");
        TABLES.put("act_ru_authorization", "resource_id_");
    }

    /** Columns that name a row of the case itself, and not a definition that all cases share. */
    private static final Set<String> OF_THE_CASE = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "super_exec_",
            "task_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "var_scope_",
            "resource_id_");

    private final FaultsDatabase database;
    private int next = FIRST_NUMBER;

    OpenCases(FaultsDatabase database) {
        this.database = database;
    }

    /**
     * Copies a case that waits at one task; every role of the staff gets as many. Nothing of the copies is due before
     * tomorrow.
     */
    void copy(String reference, int count) {
        int first = next;
        next += count;
        JdbcClient jdbc = database.jdbc();
        jdbc.sql(
                        """
                        CREATE OR REPLACE FUNCTION public.copied(id text, number int) RETURNS text
                        LANGUAGE sql IMMUTABLE STRICT AS
                        $$ SELECT left(id, length(id) - 36) || md5(right(id, 36) || ':' || number)::uuid::text $$
                        """)
                .update();
        copyOwnCase(jdbc, reference, first);
        TABLES.forEach((table, key) -> copy(jdbc, table, key, reference, first));
        jdbc.sql("ANALYZE").update();
    }

    /** The references of copies, from the first on. */
    List<String> references(int from, int count) {
        List<String> references = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            references.add(reference(FIRST_NUMBER + number));
        }
        return references;
    }

    /**
     * Lets the reminders of these copies' tasks be due, one after the other, within some time.
     *
     * @return when each is due, by reference
     */
    Map<String, Instant> remind(List<String> references, Instant first, Duration within) {
        Map<String, Instant> due = new LinkedHashMap<>();
        for (int position = 0; position < references.size(); position++) {
            due.put(
                    references.get(position),
                    first.plus(within.multipliedBy(position).dividedBy(references.size())));
        }
        new JdbcTemplate(database.dataSource())
                .batchUpdate(
                        """
                        UPDATE act_ru_job SET duedate_ = ? WHERE handler_type_ = 'timer-task-listener'
                        AND process_instance_id_ = (SELECT proc_inst_id_ FROM act_ru_execution WHERE business_key_ = ?)
                        """,
                        due.entrySet().stream()
                                .map(entry -> new Object[] {Timestamp.from(entry.getValue()), entry.getKey()})
                                .toList());
        return due;
    }

    /** When the effect of each reminder was committed: its line in the ledger. */
    Map<String, Instant> remindedSince(Instant since) {
        return database
                .jdbc()
                .sql(
                        """
                        SELECT case_reference, pg_xact_commit_timestamp(xmin) AS at FROM firebreak.ledger_entry
                        WHERE act = 'task.reminded' AND at >= ?
                        """)
                .param(Timestamp.from(since))
                .query((row, number) -> Map.entry(
                        row.getString("case_reference"), row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String reference(int number) {
        return "CR-2026-" + number;
    }

    private void copyOwnCase(JdbcClient jdbc, String reference, int first) {
        String columns = String.join(", ", columnsOf(jdbc, "firebreak", "crisis_case"));
        jdbc.sql("INSERT INTO firebreak.crisis_case (" + columns + ") SELECT "
                        + columns.replaceFirst("\\breference\\b", "'CR-2026-' || n")
                        + " FROM firebreak.crisis_case, generate_series(?, ?) n WHERE reference = ?")
                .params(first, next - 1, reference)
                .update();
    }

    private void copy(JdbcClient jdbc, String table, String key, String reference, int first) {
        List<String> columns = columnsOf(jdbc, "public", table);
        String values = columns.stream().map(column -> value(column, reference)).collect(Collectors.joining(", "));
        String template = key.equals("proc_inst_id_") || key.equals("process_instance_id_")
                ? "SELECT proc_inst_id_ FROM act_ru_execution WHERE business_key_ = :reference"
                : "SELECT t.id_ FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_"
                        + " WHERE e.business_key_ = :reference";
        jdbc.sql("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM " + table
                        + " r, generate_series(:first, :last) n WHERE r." + key + " IN (" + template + ")")
                .param("reference", reference)
                .param("first", first)
                .param("last", next - 1)
                .update();
    }

    private static String value(String column, String reference) {
        if (OF_THE_CASE.contains(column)) {
            return "public.copied(r." + column + ", n)";
        }
        return switch (column) {
            case "business_key_" -> "CASE WHEN r.business_key_ IS NOT NULL THEN 'CR-2026-' || n END";
            case "text_" -> "replace(r.text_, '" + reference + "', 'CR-2026-' || n)";
            case "due_date_", "duedate_" -> "r." + column + " + interval '1 day' + n * interval '1 second'";
            case "group_id_" -> nextRole();
            default -> "r." + column;
        };
    }

    /** The roles of the staff take turns; a task that is for two roles is for two others. */
    private static String nextRole() {
        String roles = Role.staff().stream()
                .map(role -> "'" + role.groupId() + "'")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        return "COALESCE((%1$s)[1 + (array_position(%1$s, r.group_id_::text) - 1 + n) %% %2$d], r.group_id_)"
                .formatted(roles, Role.staff().size());
    }

    private static List<String> columnsOf(JdbcClient jdbc, String schema, String table) {
        return jdbc.sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position")
                .params(schema, table)
                .query(String.class)
                .list();
    }
}
