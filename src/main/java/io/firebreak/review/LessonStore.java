package io.firebreak.review;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Category;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of lessons and of their measures; who owns a measure now stands in its newest step. */
@Repository
class LessonStore {

    private static final String SELECT =
            """
            SELECT lesson.case_reference, position, area, finding, no_measure_reason, noted_by, noted_at,
              measure.id AS measure_id, measure.title, step, owner, due_on, words, actor, step.at AS step_at
            FROM firebreak.lesson
              LEFT JOIN firebreak.measure ON measure.lesson_id = lesson.id
              LEFT JOIN LATERAL (
                SELECT * FROM firebreak.measure_step WHERE measure_id = measure.id ORDER BY id DESC LIMIT 1) step ON true
            """;

    private final JdbcClient jdbc;

    LessonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, CaseReference reference, int position, NewLesson lesson, String notedBy, Instant notedAt) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.lesson
                          (id, case_reference, position, area, finding, no_measure_reason, noted_by, noted_at)
                        VALUES (:id, :reference, :position, :area, :finding, :noMeasureReason, :notedBy, :notedAt)
                        """)
                .param("id", id)
                .param("reference", reference.toString())
                .param("position", position)
                .param("area", lesson.area().name())
                .param("finding", lesson.finding())
                .param("noMeasureReason", lesson.noMeasureReason())
                .param("notedBy", notedBy)
                .param("notedAt", Timestamps.of(notedAt))
                .update();
    }

    void add(UUID id, UUID lessonId, CaseReference reference, String title) {
        jdbc.sql("INSERT INTO firebreak.measure (id, lesson_id, case_reference, title) VALUES (?, ?, ?, ?)")
                .params(id, lessonId, reference.toString(), title)
                .update();
    }

    /**
     * @param words null when it was agreed
     */
    void addStep(UUID measureId, String step, String owner, LocalDate dueOn, String words, String actor, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.measure_step (measure_id, step, owner, due_on, words, actor, at)
                        VALUES (:measureId, :step, :owner, :dueOn, :words, :actor, :at)
                        """)
                .param("measureId", measureId)
                .param("step", step)
                .param("owner", owner)
                .param("dueOn", dueOn)
                .param("words", words)
                .param("actor", actor)
                .param("at", Timestamps.of(at))
                .update();
    }

    List<Lesson> of(CaseReference reference) {
        return jdbc.sql(SELECT + " WHERE lesson.case_reference = ? ORDER BY position, noted_at")
                .param(reference.toString())
                .query(LessonStore::lesson)
                .list();
    }

    /** Of other cases of the category, the newest first. */
    List<Lesson> ofCategory(Category category, CaseReference except, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                         JOIN firebreak.crisis_case ON crisis_case.reference = lesson.case_reference
                        WHERE category = :category AND lesson.case_reference <> :except
                        ORDER BY noted_at DESC, position LIMIT :most
                        """)
                .param("category", category.name())
                .param("except", except.toString())
                .param("most", most)
                .query(LessonStore::lesson)
                .list();
    }

    Optional<Measure> measure(UUID id) {
        return jdbc.sql(SELECT + " WHERE measure.id = ?")
                .param(id)
                .query(LessonStore::measure)
                .optional();
    }

    private static Lesson lesson(ResultSet row, int number) throws SQLException {
        return new Lesson(
                CaseReference.parse(row.getString("case_reference")),
                row.getInt("position"),
                Area.valueOf(row.getString("area")),
                row.getString("finding"),
                row.getString("measure_id") == null ? null : measure(row, number),
                row.getString("no_measure_reason"),
                row.getString("noted_by"),
                Timestamps.read(row, "noted_at"));
    }

    private static Measure measure(ResultSet row, int number) throws SQLException {
        boolean done = "DONE".equals(row.getString("step"));
        return new Measure(
                row.getObject("measure_id", UUID.class),
                CaseReference.parse(row.getString("case_reference")),
                row.getString("title"),
                row.getString("owner"),
                row.getObject("due_on", LocalDate.class),
                done ? row.getString("words") : null,
                done ? row.getString("actor") : null,
                done ? Timestamps.read(row, "step_at") : null);
    }
}
