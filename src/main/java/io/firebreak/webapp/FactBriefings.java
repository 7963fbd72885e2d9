package io.firebreak.webapp;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.statement.KnownFacts;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.facts.FactCheck;
import io.firebreak.statement.facts.FactSheet;
import io.firebreak.statement.facts.FactSheets;
import io.firebreak.webapp.FactBriefing.Difference;
import io.firebreak.webapp.FactBriefing.Form;
import io.firebreak.wording.comparison.Fact;
import io.firebreak.wording.comparison.FactComparison;
import io.firebreak.wording.comparison.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what forms show of the facts of a case; empty for who may not see the task. */
@Service
class FactBriefings {

    private final VisibleTasks tasks;
    private final FactSheets sheets;
    private final FactCheck check;
    private final Statements statements;
    private final KnownFacts known;

    FactBriefings(VisibleTasks tasks, FactSheets sheets, FactCheck check, Statements statements, KnownFacts known) {
        this.tasks = tasks;
        this.known = known;
        this.sheets = sheets;
        this.check = check;
        this.statements = statements;
    }

    @Transactional(readOnly = true)
    Optional<FactBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId).map(this::of);
    }

    private FactBriefing of(Matter matter) {
        FactSheet sheet = sheets.of(CaseReference.parse(matter.caseReference()));
        return latestOf(matter)
                .map(version -> FactBriefing.of(
                        sheet,
                        changesSince(version, sheet, matter.caseReference()),
                        check.check(matter.caseReference(), version.kind(), version.text(), version.original()),
                        forms(version, sheet.facts())))
                .orElseGet(() -> FactBriefing.of(sheet, null, List.of(), List.of()));
    }

    /** Null where nothing was changed since. */
    private List<String> changesSince(StatementVersion version, FactSheet sheet, String caseReference) {
        if (sheet.enteredAt() == null || !sheet.enteredAt().isAfter(version.writtenAt())) {
            return null;
        }
        int before = sheets.versionAt(CaseReference.parse(caseReference), version.writtenAt());
        return known.changesSince(caseReference, before);
    }

    private Optional<StatementVersion> latestOf(Matter matter) {
        return (matter.language() == null
                        ? statements.find(matter.caseReference(), matter.statement())
                        : statements.translationInto(matter.caseReference(), matter.language()))
                .flatMap(statement -> statements.latestOf(statement.id()));
    }

    private static List<Form> forms(StatementVersion version, List<Fact> facts) {
        Map<String, String> byChannel = version.renderings().stream()
                .collect(groupingBy(Rendering::channel, LinkedHashMap::new, mapping(Rendering::text, joining("\n\n"))));
        return byChannel.entrySet().stream()
                .map(form -> form(form.getKey(), form.getValue(), version.text(), facts))
                .toList();
    }

    private static Form form(String channel, String rendering, StatementText text, List<Fact> facts) {
        // what is corrected becomes public with the text
        String body = text.correctionNote() == null ? text.body() : text.correctionNote() + "\n\n" + text.body();
        FactComparison.Rendered compared =
                FactComparison.rendered(new Passage(text.language(), text.title(), body), rendering, facts);
        return new Form(channel, compared.added().stream().map(Difference::of).toList(), compared.lacking());
    }
}
