package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.database.Timestamps;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a case: asked of the areas of the house, or told at any time. Facts are added, never changed. */
@Service
public class CaseFacts {

    /** How many areas can be asked at a time. */
    public static final int MAXIMUM_AREAS = 12;

    private static final TextRule AREA = TextRule.line("areas", "The name of an area", 100);
    private static final TextRule QUESTION = TextRule.text("question", "The question to the areas", 2_000);
    private static final TextRule TRIED = TextRule.text("tried", "What was tried to find somebody", 2_000);
    private static final TextRule FACTS = TextRule.text("facts", "The facts", 10_000);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseProcess process;
    private final Staff staff;
    private final Ledger ledger;
    private final Clock clock;

    CaseFacts(JdbcClient jdbc, Cases cases, CaseProcess process, Staff staff, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.process = process;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Something known.
     *
     * @param area the area of the house that was asked; null when it came by itself
     * @param cameWith the reference of the merged case from which it came; null when it is this case's own
     */
    public record Fact(String area, String text, String knownBy, Instant knownAt, String cameWith) {}

    /**
     * An area that had to be asked, and for which nobody could be found.
     *
     * @param reason what was tried, in the words of the crisis lead who stated it
     */
    public record Gap(String area, String reason, String statedBy, Instant statedAt) {}

    /** An area that was asked. */
    public record AskedArea(String area, String question, String askedBy) {}

    /** All facts of the case, oldest first. */
    @Transactional(readOnly = true)
    public List<Fact> of(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.case_fact WHERE case_reference = ? ORDER BY id")
                .param(reference.toString())
                .query(CaseFacts::fact)
                .list();
    }

    /** The areas that were asked, by name. */
    @Transactional(readOnly = true)
    public List<AskedArea> asked(CaseReference reference) {
        return jdbc.sql(
                        "SELECT area, question, asked_by FROM firebreak.case_area WHERE case_reference = ? ORDER BY area")
                .param(reference.toString())
                .query(AskedArea.class)
                .list();
    }

    /**
     * Asks areas of the house.
     *
     * @param areas their names; empty when none is concerned
     * @throws Refusal when there are too many, or a question is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(CaseReference reference, List<String> areas, String question, Actor actor) {
        cases.requireOpen(reference);
        List<String> named = areas.stream().map(AREA::require).distinct().toList();
        if (named.isEmpty()) {
            return;
        }
        if (named.size() > MAXIMUM_AREAS) {
            throw Refusal.invalid("areas", "At most %d areas can be asked at a time.".formatted(MAXIMUM_AREAS));
        }
        String asked = QUESTION.require(question);
        named.forEach(area -> jdbc.sql("INSERT INTO firebreak.case_area"
                        + " (case_reference, area, question, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_reference, area) DO NOTHING")
                .params(reference.toString(), area, asked, actor.id(), Timestamps.of(clock.instant()))
                .update());
        ledger.record(act(reference, actor, "facts.asked", "Asked for facts: %s.".formatted(String.join(", ", named)))
                .because(asked)
                .with("areas", named));
    }

    /** What an area that was asked knows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void provide(CaseReference reference, String area, String facts, Actor actor) {
        cases.requireOpen(reference);
        String known = FACTS.require(facts);
        add(reference, area, known, actor);
        ledger.record(
                act(reference, actor, "facts.provided", "Facts from %s.".formatted(area == null ? "an area" : area))
                        .because(known));
    }

    /** Something new became known; those who lead are asked what it changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseReference reference, String facts, Actor actor) {
        cases.requireOpen(reference);
        String known = FACTS.require(facts);
        add(reference, null, known, actor);
        ledger.record(
                act(reference, actor, "facts.new", "New facts became known.").because(known));
        process.newFacts(reference);
    }

    /**
     * Nobody could be found for an area that was asked: the case goes on without its facts, and says so.
     *
     * @throws Refusal when the person leads no crises, or says nothing of what was tried
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stateGap(CaseReference reference, String area, String reason, Actor actor) {
        cases.requireOpen(reference);
        if (!staff.isAny(actor.id(), Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed("That nobody could be found is stated by a crisis lead; please ask one.");
        }
        String tried = TRIED.require(reason);
        String named = area == null ? "an area" : area;
        jdbc.sql("INSERT INTO firebreak.consultation_gap (case_reference, area, reason, stated_by, stated_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(reference.toString(), named, tried, actor.id(), Timestamps.of(clock.instant()))
                .update();
        ledger.record(act(reference, actor, "facts.gap", "Nobody could be found to say what %s knows.".formatted(named))
                .because(tried)
                .with("area", named));
    }

    /** The gaps that are still open: those about whose area nothing became known afterwards. Oldest first. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(CaseReference reference) {
        return jdbc.sql(
                        """
                        SELECT area, reason, stated_by, stated_at FROM firebreak.consultation_gap gap
                        WHERE case_reference = ? AND NOT EXISTS (
                          SELECT 1 FROM firebreak.case_fact fact
                          WHERE fact.case_reference = gap.case_reference AND fact.area = gap.area
                            AND fact.known_at >= gap.stated_at)
                        ORDER BY id
                        """)
                .param(reference.toString())
                .query((row, number) -> new Gap(
                        row.getString("area"),
                        row.getString("reason"),
                        row.getString("stated_by"),
                        Timestamps.read(row, "stated_at")))
                .list();
    }

    /** What is known of one case is known of the one that goes on in its place. */
    void copy(CaseReference from, CaseReference into) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.case_fact (case_reference, area, text, known_by, known_at, came_with)
                        SELECT ?, area, text, known_by, known_at, coalesce(came_with, case_reference)
                        FROM firebreak.case_fact WHERE case_reference = ? ORDER BY id
                        """)
                .params(into.toString(), from.toString())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.consultation_gap (case_reference, area, reason, stated_by, stated_at)
                        SELECT ?, area, reason, stated_by, stated_at
                        FROM firebreak.consultation_gap WHERE case_reference = ? ORDER BY id
                        """)
                .params(into.toString(), from.toString())
                .update();
    }

    private void add(CaseReference reference, String area, String facts, Actor actor) {
        jdbc.sql("INSERT INTO firebreak.case_fact (case_reference, area, text, known_by, known_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(1, reference.toString())
                .param(2, area, Types.VARCHAR)
                .param(3, facts)
                .param(4, actor.id())
                .param(5, Timestamps.of(clock.instant()))
                .update();
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getString("area"),
                row.getString("text"),
                row.getString("known_by"),
                Timestamps.read(row, "known_at"),
                row.getString("came_with"));
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
