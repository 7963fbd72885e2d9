package io.firebreak.webapp;

import io.firebreak.evidence.EvidenceFiles;
import io.firebreak.evidence.EvidenceItem;
import io.firebreak.evidence.MediaLink;
import java.util.List;

/**
 * The files that are kept with a case, as forms take them.
 *
 * @param files newest first
 * @param posts those of the case that a new file may show, newest first; no more than a list can offer
 * @param maximumBytes how large a new file may be
 */
record FilesBriefing(List<File> files, List<Post> posts, int maximumBytes) {

    private static final int WORDS = 100;

    /**
     * @param name null when the law took the content away, as is what it shows
     * @param about the post that it shows, by its id; null for none
     * @param takenAway why the content is gone; null when it is there
     */
    record File(
            String id,
            String name,
            String mediaType,
            int size,
            String sha256,
            String shows,
            String about,
            @ByName String keptBy,
            String keptAt,
            String takenAway) {

        static File of(EvidenceItem item) {
            return new File(
                    item.id().toString(),
                    item.file().name(),
                    item.file().mediaType(),
                    item.file().size(),
                    item.sha256(),
                    item.text(),
                    item.about() == null ? null : item.about().toString(),
                    item.keptBy(),
                    item.keptAt().toString(),
                    item.redactionReason());
        }
    }

    /**
     * @param author null where the source tells none
     * @param words how it begins
     */
    record Post(String id, String author, String words, List<MediaLink> media) {

        static Post of(EvidenceItem item) {
            int length = item.text().codePointCount(0, item.text().length());
            String words = length <= WORDS
                    ? item.text()
                    : item.text().substring(0, item.text().offsetByCodePoints(0, WORDS)) + "…";
            return new Post(item.id().toString(), item.authorHandle(), words, item.media());
        }
    }

    static FilesBriefing of(List<EvidenceItem> files, List<EvidenceItem> posts) {
        return new FilesBriefing(
                files.stream().map(File::of).toList(),
                posts.stream().filter(post -> !post.isRedacted()).map(Post::of).toList(),
                EvidenceFiles.MAXIMUM_BYTES);
    }
}
