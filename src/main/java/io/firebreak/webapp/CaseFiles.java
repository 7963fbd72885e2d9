package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.OpenTasks;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.EvidenceFiles;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.webapp.CaseBriefing.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the tab Case shows; empty for who may not see the task. */
@Service
class CaseFiles {

    private static final int ENTRIES = 500;
    private static final int TASKS = 100;
    private static final int POSTS = 50;

    private final VisibleTasks tasks;
    private final OpenTasks openTasks;
    private final Cases cases;
    private final Ledger ledger;
    private final PublishedTexts published;
    private final Evidence evidence;
    private final EvidenceFiles files;

    CaseFiles(
            VisibleTasks tasks,
            OpenTasks openTasks,
            Cases cases,
            Ledger ledger,
            PublishedTexts published,
            Evidence evidence,
            EvidenceFiles files) {
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.cases = cases;
        this.ledger = ledger;
        this.published = published;
        this.evidence = evidence;
        this.files = files;
    }

    @Transactional(readOnly = true)
    Optional<CaseFile> forTask(String taskId) {
        return tasks.matterOf(taskId)
                .map(Matter::caseReference)
                .map(CaseReference::parse)
                .map(this::of);
    }

    private CaseFile of(CaseReference reference) {
        String key = reference.toString();
        List<LedgerEntry> entries = ledger.of(key);
        return new CaseFile(
                key,
                cases.get(reference).report().title(),
                newest(entries),
                entries.size(),
                openTasks.ofCase(key, TASKS).stream().map(CaseFile.Waiting::of).toList(),
                published.of(reference),
                evidence.newestPosts(reference, POSTS).stream()
                        .map(CaseFile.Kept::of)
                        .toList(),
                files.of(reference).stream().map(FilesBriefing.File::of).toList());
    }

    private static List<Entry> newest(List<LedgerEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::id).reversed())
                .limit(ENTRIES)
                .map(Entry::of)
                .toList();
    }
}
