package io.firebreak.webapp;

import io.firebreak.engine.OpenTasks.OpenTask;
import io.firebreak.evidence.EvidenceItem;
import io.firebreak.webapp.CaseBriefing.Entry;
import io.firebreak.webapp.CaseBriefing.Published;
import java.util.List;

/**
 * Everything that is on record of a case, as the tab Case shows it beside each of its tasks.
 *
 * @param entries of the ledger, newest first; no more than can be read
 * @param entryCount how many there are
 * @param tasks that wait for somebody, what is due first at the beginning
 * @param posts the newest mentions of the case that are kept
 * @param files kept as evidence, newest first
 */
record CaseFile(
        String reference,
        String title,
        List<Entry> entries,
        int entryCount,
        List<Waiting> tasks,
        List<Published> publications,
        List<Kept> posts,
        List<FilesBriefing.File> files) {

    /** As much of a post as tells what it is about; its link leads to the rest. */
    private static final int EXCERPT = 280;

    /**
     * A task that waits.
     *
     * @param holder null when nobody holds it
     * @param askedOf the roles and people who can take it
     * @param dueAt null when it has no due date
     * @param visible whether the reader can open it
     */
    record Waiting(
            String id,
            @Translated String name,
            @ByName String holder,
            @ByName List<String> askedOf,
            String dueAt,
            boolean visible) {

        static Waiting of(OpenTask task) {
            return new Waiting(
                    task.id(),
                    task.name(),
                    task.holder(),
                    task.askedOf(),
                    task.dueAt() == null ? null : task.dueAt().toString(),
                    task.visible());
        }
    }

    /**
     * A mention that is kept.
     *
     * @param author null where the source tells none, or the law took it away, as are link and text
     * @param place the network
     * @param takenAway why the content is gone; null when it is there
     */
    record Kept(String author, String place, String url, String publishedAt, String text, String takenAway) {

        static Kept of(EvidenceItem item) {
            return new Kept(
                    item.authorHandle(),
                    item.source(),
                    item.url(),
                    item.publishedAt() == null ? null : item.publishedAt().toString(),
                    item.text() == null ? null : beginning(item.text()),
                    item.redactionReason());
        }

        private static String beginning(String text) {
            return text.codePointCount(0, text.length()) <= EXCERPT
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
        }
    }
}
