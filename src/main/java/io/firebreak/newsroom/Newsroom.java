package io.firebreak.newsroom;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The public site of official statements, as the rest of Firebreak sees it. */
@Service
public class Newsroom {

    private final NewsroomStore store;
    private final NewsroomSettings settings;
    private final NewsroomSite site;

    Newsroom(NewsroomStore store, NewsroomSettings settings, NewsroomSite site) {
        this.store = store;
        this.settings = settings;
        this.site = site;
    }

    /**
     * Releases a text in the caller's transaction; readers see it when that has committed. The first release of a
     * statement makes its page. A later one becomes its next public version: the earlier ones stay readable, marked as
     * corrected. A version that is released already changes nothing and keeps its address.
     *
     * @throws Refusal when the language is unknown, or when a later release does not say what it corrects
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NewsroomAddress publish(NewsroomRelease release) {
        long lastPosition = store.lock();
        return store.addressOfVersion(release.versionId())
                .map(this::address)
                .orElseGet(() -> releaseNext(release, lastPosition + 1));
    }

    /**
     * Says in the caller's transaction why a post of a statement was taken down: in place of all that the newsroom has
     * shown of the statement so far where it stood in the newsroom itself, else beside it. Readers see it when that has
     * committed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeDown(NewsroomTakeDown takeDown) {
        store.add(takeDown, store.lock() + 1);
        refreshAfterCommit();
    }

    /** Where the statement stands, with its latest public version; empty when it was never released. */
    @Transactional(readOnly = true)
    public Optional<NewsroomAddress> addressOf(UUID statementId) {
        return store.addressOfStatement(statementId).map(this::address);
    }

    /** Where exactly this text was released; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<NewsroomAddress> addressOfVersion(UUID versionId) {
        return store.addressOfVersion(versionId).map(this::address);
    }

    private NewsroomAddress releaseNext(NewsroomRelease release, long position) {
        Optional<NewsroomStore.Address> earlier = store.addressOfStatement(release.statementId());
        String note = noteOf(release, earlier.isPresent());
        NewsroomStore.Address next = earlier.map(NewsroomStore.Address::next).orElseGet(() -> firstAddress(release));
        store.add(checked(release, note), next.version(), position);
        refreshAfterCommit();
        return address(next);
    }

    private static NewsroomRelease checked(NewsroomRelease release, String note) {
        return new NewsroomRelease(
                release.statementId(),
                release.versionId(),
                LanguageTag.require("language", release.language()),
                release.title(),
                release.body(),
                note,
                release.pictures(),
                release.releasedAt());
    }

    private static String noteOf(NewsroomRelease release, boolean correction) {
        if (!correction) {
            // nothing public is corrected yet, whatever the text grew from
            return null;
        }
        String note = release.correctionNote();
        if (note == null || note.isBlank()) {
            throw Refusal.invalid(
                    "correctionNote", "This statement is public already; please say what the new text corrects.");
        }
        return note;
    }

    private NewsroomStore.Address firstAddress(NewsroomRelease release) {
        LocalDate day = LocalDate.ofInstant(release.releasedAt(), settings.zone());
        String slug = Slug.of(day, release.title()).firstFree(store::isTaken);
        store.addStatement(release.statementId(), slug);
        return new NewsroomStore.Address(slug, 1);
    }

    private void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                site.refreshOrLeaveItToThePoll();
            }
        });
    }

    private NewsroomAddress address(NewsroomStore.Address kept) {
        String path = Paths.statement(kept.slug());
        return new NewsroomAddress(path, settings.url(path), kept.version());
    }
}
