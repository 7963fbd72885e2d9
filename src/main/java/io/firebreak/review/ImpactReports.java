package io.firebreak.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.reaction.ReactionList;
import io.firebreak.reaction.ReactionSeries;
import io.firebreak.reaction.Reactions;
import io.firebreak.reaction.TimeSpan;
import io.firebreak.review.ImpactReport.Agreed;
import io.firebreak.review.ImpactReport.Apology;
import io.firebreak.review.ImpactReport.Effect;
import io.firebreak.review.ImpactReport.Entry;
import io.firebreak.review.ImpactReport.Learnt;
import io.firebreak.review.ImpactReport.Outlet;
import io.firebreak.review.ImpactReport.Reaction;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws up impact reports, and keeps those on which reviews rest. */
@Service
public class ImpactReports {

    private static final Set<String> HOUSEKEEPING_OF_CHAINS = Set.of("chain.skipped", "chain.rests", "chain.nobody");

    private final Cases cases;
    private final Ledger ledger;
    private final Statements statements;
    private final Publishing publishing;
    private final Reactions reactions;
    private final Lessons lessons;
    private final ImpactReportStore store;
    private final ObjectMapper json;
    private final Clock clock;

    ImpactReports(
            Cases cases,
            Ledger ledger,
            Statements statements,
            Publishing publishing,
            Reactions reactions,
            Lessons lessons,
            ImpactReportStore store,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.ledger = ledger;
        this.statements = statements;
        this.publishing = publishing;
        this.reactions = reactions;
        this.lessons = lessons;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The report as it stands now.
     *
     * @throws Refusal when there is no such case
     */
    @Transactional(readOnly = true)
    public ImpactReport of(CaseReference reference) {
        CrisisCase crisisCase = cases.get(reference);
        List<LedgerEntry> entries = ledger.of(reference.toString());
        List<StatementVersion> versions = statements.allVersionsOf(reference.toString());
        Map<UUID, StatementVersion> byId =
                versions.stream().collect(Collectors.toMap(StatementVersion::id, Function.identity()));
        List<Publication> publications = publishing.of(reference.toString());
        Instant now = clock.instant();
        ReportedSpeed speed = new ReportedSpeed(crisisCase, entries, byId, publications, now);
        return new ImpactReport(
                reference.toString(),
                crisisCase.report().title(),
                crisisCase.report().language(),
                crisisCase.brand(),
                crisisCase.report().drill(),
                crisisCase.facts() == null ? null : crisisCase.facts().category(),
                crisisCase.severity(),
                crisisCase.phase(),
                crisisCase.reportedBy(),
                crisisCase.receivedAt(),
                crisisCase.closedAt(),
                crisisCase.outcome(),
                now,
                PublishedMark.ALL,
                PublishedMark.SOURCE,
                speed.milestones(),
                entriesOf(crisisCase, entries, ImpactReports::isOfTimeline),
                entriesOf(crisisCase, entries, entry -> entry.type().startsWith("severity.")),
                versions.stream().map(ReportedTexts::of).toList(),
                publications.stream()
                        .map(publication -> outlet(publication, byId.get(publication.versionId())))
                        .toList(),
                apologies(publications, byId),
                reaction(reference, speed),
                entriesOf(crisisCase, entries, entry -> entry.type().equals("promise.missed")),
                ReportedTasks.overdue(entries, now),
                lessons.of(reference).stream().map(ImpactReports::learnt).toList(),
                crisisCase.lessons());
    }

    /** Keeps the report as it stands now, so that it is known later what a review rested on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseReference reference) {
        cases.requireOpen(reference);
        ImpactReport report = of(reference);
        int number = store.add(reference, report.drawnUpAt(), write(report));
        ledger.record(new Act(
                        reference.toString(),
                        Actor.FIREBREAK.id(),
                        "review.reportDrawnUp",
                        "The impact report is drawn up and kept as number %d.".formatted(number))
                .with("number", number));
    }

    /**
     * A report as it was kept.
     *
     * @param number counted from 1
     * @throws Refusal when there is none of this number
     */
    @Transactional(readOnly = true)
    public ImpactReport kept(CaseReference reference, int number) {
        return store.find(cases.get(reference).reference(), number)
                .map(this::read)
                .orElseThrow(() ->
                        Refusal.notFound("There is no impact report number %d of %s.".formatted(number, reference)));
    }

    /** Housekeeping of tasks tells nobody what happened, except that nobody answered. */
    private static boolean isOfTimeline(LedgerEntry entry) {
        boolean housekeeping = entry.type().startsWith("task.") || HOUSEKEEPING_OF_CHAINS.contains(entry.type());
        return !housekeeping || entry.type().equals("task.escalated");
    }

    private static List<Entry> entriesOf(
            CrisisCase crisisCase, List<LedgerEntry> entries, Predicate<LedgerEntry> wanted) {
        return entries.stream()
                .filter(wanted)
                .map(entry -> new Entry(
                        entry.at(),
                        Duration.between(crisisCase.receivedAt(), entry.at()).toMinutes(),
                        entry.actor(),
                        entry.type(),
                        entry.sentence(),
                        entry.reason()))
                .toList();
    }

    /**
     * @param version null where the publication's text is not of this case
     */
    private static Outlet outlet(Publication publication, StatementVersion version) {
        Publication.Progress progress = publication.progress();
        return new Outlet(
                version == null ? null : ReportedTexts.nameOf(version),
                publication.number(),
                publication.channel(),
                publication.audience().name(),
                publication.addressee().isEmpty() ? null : publication.addressee(),
                publication.part(),
                publication.parts(),
                progress.state().name(),
                progress.leftOut(),
                publication.dryRun(),
                publication.byHand(),
                publication.sentAt(),
                publication.url(),
                progress.reason());
    }

    private static List<Apology> apologies(List<Publication> publications, Map<UUID, StatementVersion> versions) {
        return publications.stream()
                .filter(publication -> publication.apology()
                        && publication.audience() == Audience.PUBLIC
                        && publication.state() == PublicationState.SENT)
                .filter(publication -> versions.containsKey(publication.versionId()))
                // a translation says the same apology in another language
                .filter(publication -> versions.get(publication.versionId()).kind() != StatementKind.TRANSLATION)
                .collect(Collectors.groupingBy(
                        Publication::versionId, Collectors.minBy(Comparator.comparing(Publication::sentAt))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Publication::sentAt))
                .map(first -> apology(versions.get(first.versionId()), first.sentAt()))
                .toList();
    }

    private static Apology apology(StatementVersion version, Instant publicSince) {
        return new Apology(
                ReportedTexts.nameOf(version), version.number(), version.text().title(), publicSince);
    }

    private Reaction reaction(CaseReference reference, ReportedSpeed speed) {
        ReactionSeries series = reactions.of(reference);
        Instant holdingAt = sentAt(speed, StatementKind.HOLDING);
        Instant statementAt = sentAt(speed, StatementKind.STATEMENT);
        boolean compares = statementAt != null && !series.points().isEmpty();
        return new Reaction(
                ReactionList.of(series),
                holdingAt,
                statementAt,
                compares ? effect(series, new TimeSpan(Instant.EPOCH, statementAt)) : null,
                compares ? effect(series, new TimeSpan(statementAt, clock.instant())) : null);
    }

    private static Instant sentAt(ReportedSpeed speed, StatementKind kind) {
        return speed.firstPublic(kind).map(Publication::sentAt).orElse(null);
    }

    private static Effect effect(ReactionSeries series, TimeSpan span) {
        return series.meanPerHour(span)
                .map(mean -> new Effect(
                        Math.round(mean * 10) / 10.0,
                        series.negativePercent(span).orElse(null)))
                .orElse(null);
    }

    private static Learnt learnt(Lesson lesson) {
        Measure measure = lesson.measure();
        Agreed agreed = measure == null
                ? null
                : new Agreed(
                        measure.title(),
                        measure.owner(),
                        measure.dueOn(),
                        measure.isDone(),
                        measure.note(),
                        measure.doneBy(),
                        measure.doneAt());
        return new Learnt(
                lesson.position(), lesson.area(), lesson.finding(), lesson.noMeasureReason(), agreed, lesson.notedBy());
    }

    private String write(ImpactReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An impact report consists of plain values", e);
        }
    }

    private ImpactReport read(String report) {
        try {
            return json.readValue(report, ImpactReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept impact report is not readable", e);
        }
    }
}
