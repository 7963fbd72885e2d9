package io.firebreak.review;

import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.Phase;
import io.firebreak.crisis.Severity;
import io.firebreak.reaction.ReactionList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a crisis did and what was done about it, from the ledger and the case's own records.
 *
 * @param drill nothing of it was public
 * @param category null until the incident is assessed
 * @param severity null until it is decided
 * @param closedAt null while it is open
 * @param outcome null while it is open
 * @param drawnUpAt when this report was drawn up
 * @param source where the marks come from
 * @param earlierLessons what a review noted before lessons were kept one by one; null since
 */
public record ImpactReport(
        String reference,
        String title,
        String language,
        String brand,
        boolean drill,
        Category category,
        Severity severity,
        Phase phase,
        String reportedBy,
        Instant receivedAt,
        Instant closedAt,
        CaseOutcome outcome,
        Instant drawnUpAt,
        List<PublishedMark> marks,
        String source,
        List<Milestone> milestones,
        List<Entry> timeline,
        List<Entry> severityHistory,
        List<Text> texts,
        List<Outlet> publications,
        List<Apology> apologies,
        Reaction reactions,
        List<Entry> missedPromises,
        List<OverdueTask> overdueTasks,
        List<Learnt> lessons,
        String earlierLessons) {

    /** What is measured from the arrival of the report. */
    public enum Step {
        FIRST_HUMAN_ACT("First act of a person"),
        HOLDING_STATEMENT("Holding statement public"),
        STATEMENT("Statement public");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * How fast a step was.
     *
     * @param at null when it was not taken (yet)
     * @param minutes from the report on, whole ones; null when it was not taken
     * @param how what was done, or where it was public first; null when it was not taken
     * @param checks one for each of the published marks
     */
    public record Milestone(Step step, Instant at, Long minutes, String how, List<MarkCheck> checks) {}

    /**
     * @param met whether the step was taken within the mark; null while there is still time for it
     */
    public record MarkCheck(int hours, Boolean met) {}

    /**
     * A line of the ledger.
     *
     * @param minutes from the report on, whole ones
     */
    public record Entry(Instant at, long minutes, String actor, String type, String sentence, String reason) {}

    /**
     * A version of a text of the case: who wrote it and who decided about it.
     *
     * @param kind statement, holding statement or translation, as people call it
     * @param approved null while nobody decided
     * @param decidedBy who said the last word
     * @param voided why the approval no longer counts; null as long as it does
     * @param votes what everybody said, in order; empty in a report from before they were kept
     */
    public record Text(
            String kind,
            int version,
            String language,
            String title,
            boolean apology,
            String correctionNote,
            String writtenBy,
            Instant writtenAt,
            List<String> authors,
            Boolean approved,
            String decidedBy,
            Instant decidedAt,
            String comments,
            String voided,
            List<Said> votes) {

        public Text {
            votes = votes == null ? List.of() : List.copyOf(votes);
        }
    }

    /**
     * What a person said to a text.
     *
     * @param role for which the person spoke, as people call it
     * @param alone whether the person approved it in place of everybody
     * @param comments null: none
     * @param justified what was found about an approval alone afterwards; null: nothing (yet)
     * @param words of whoever found it; null likewise
     * @param lesson null: none
     * @param reviewedBy null likewise
     */
    public record Said(
            String role,
            String by,
            Instant at,
            boolean agreed,
            boolean alone,
            String comments,
            Boolean justified,
            String words,
            String lesson,
            String reviewedBy) {}

    /**
     * Where a text went.
     *
     * @param state as the record of publications calls it
     * @param sentAt null when it is not out
     * @param url null where it has no address
     */
    public record Outlet(
            String kind,
            int version,
            String channel,
            String audience,
            String addressee,
            int part,
            int parts,
            String state,
            boolean leftOut,
            boolean dryRun,
            boolean byHand,
            Instant sentAt,
            String url,
            String reason) {}

    /** A public apology, counted once however many renderings it had. */
    public record Apology(String kind, int version, String title, Instant publicSince) {}

    /**
     * @param statementAt when the statement was public first; null when it was not
     * @param before from the first count to the statement; null without a statement or a count
     * @param after from the statement to the last count; null without a statement or a count
     */
    public record Reaction(ReactionList counted, Instant holdingAt, Instant statementAt, Effect before, Effect after) {}

    /**
     * @param meanPerHour mentions per hour, weighted by time, to a tenth
     * @param negativePercent how many of a hundred were against us; null without a mention
     */
    public record Effect(double meanPerHour, Integer negativePercent) {}

    /**
     * A task that was not done in time.
     *
     * @param endedAt null while it is open
     * @param minutesLate until it ended, or until the report was drawn up
     */
    public record OverdueTask(String task, Instant dueAt, Instant endedAt, String endedBy, long minutesLate) {}

    /** What the review found, and what is done about it. */
    public record Learnt(
            int number, Area area, String finding, String noMeasureReason, Agreed measure, String notedBy) {}

    public record Agreed(
            String title, String owner, LocalDate dueOn, boolean done, String note, String doneBy, Instant doneAt) {}
}
