package io.firebreak.newsroom;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The way into the newsroom: hands a released text to the public. Nothing ever leaves it again. */
@Service
public class Newsroom {

    private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

    private final ReleaseStore store;
    private final NewsroomLinks links;
    private final NewsroomSite site;

    Newsroom(ReleaseStore store, NewsroomLinks links, NewsroomSite site) {
        this.store = store;
        this.links = links;
        this.site = site;
    }

    /**
     * Releases a text to the public when the caller's transaction commits; needs such a transaction.
     *
     * <p>Happens once for a version: repeating it changes nothing and returns the same address. The first release of a
     * statement makes its page; a later one becomes its next public version, and the earlier ones stay readable, marked
     * as corrected, with the note.
     *
     * @throws IllegalArgumentException with a sentence for people, when a later release says nothing about what it
     *     corrects, a first one claims to correct something, or the version was released for another statement
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NewsroomAddress publish(NewsroomRelease release) {
        String slug = store.claim(release.statementId(), links.slugs(release));
        PublishedRelease published =
                store.findVersion(release.versionId()).orElseGet(() -> releaseNextVersion(release, slug));
        requireSameStatement(release, published);
        return links.address(published);
    }

    /** The page of a statement and the number of its newest public version; empty as long as nothing was released. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<NewsroomAddress> addressOf(UUID statementId) {
        return store.findNewest(statementId).map(links::address);
    }

    private PublishedRelease releaseNextVersion(NewsroomRelease release, String slug) {
        int version = store.findNewest(release.statementId())
                        .map(PublishedRelease::version)
                        .orElse(0)
                + 1;
        requireFittingNote(release, version);
        PublishedRelease published = PublishedRelease.of(release, slug, version);
        store.insert(published);
        TransactionSynchronizationManager.registerSynchronization(new ShowAfterCommit(published));
        return published;
    }

    private static void requireFittingNote(NewsroomRelease release, int version) {
        if (version > 1 && release.correctionNote() == null) {
            throw new IllegalArgumentException(
                    "This statement is public already, so a new release corrects it. Say in a correction note what was"
                            + " wrong and is right now.");
        }
        if (version == 1 && release.correctionNote() != null) {
            throw new IllegalArgumentException(
                    "The first release of a statement corrects nothing. Leave the correction note out.");
        }
    }

    private static void requireSameStatement(NewsroomRelease release, PublishedRelease published) {
        if (!published.statementId().equals(release.statementId())) {
            throw new IllegalArgumentException(
                    "Version %s was released for statement %s and can't be released for another."
                            .formatted(release.versionId(), published.statementId()));
        }
    }

    /** What is committed is public, whatever goes wrong while it is drawn: the next look at the tables tries again. */
    private final class ShowAfterCommit implements TransactionSynchronization {

        private final PublishedRelease published;

        private ShowAfterCommit(PublishedRelease published) {
            this.published = published;
        }

        @Override
        public void afterCommit() {
            LOG.info(
                    "Newsroom: version {} of statement {} is public at {}",
                    published.version(),
                    published.statementId(),
                    links.path(published.slug()));
            try {
                site.show(published);
            } catch (RuntimeException e) {
                LOG.error("Newsroom: the page {} could not be drawn yet", links.path(published.slug()), e);
            }
        }
    }
}
