package io.firebreak.webapp;

import io.firebreak.mention.UploadCheck;
import java.util.List;
import java.util.Set;

/** What a form shows of posts that somebody brings along; see {@link UploadCheck}. */
record UploadBriefing(
        int received,
        int fresh,
        int repeated,
        int known,
        int refused,
        List<UploadCheck.OfCase> cases,
        int waiting,
        List<Broken> broken,
        Set<String> unread) {

    record Broken(int line, @Translated String sentence) {}

    static UploadBriefing of(UploadCheck check) {
        return new UploadBriefing(
                check.received(),
                check.fresh(),
                check.repeated(),
                check.known(),
                check.refused(),
                check.cases(),
                check.waiting(),
                check.broken().stream()
                        .map(broken -> new Broken(broken.line(), broken.sentence()))
                        .toList(),
                check.unread());
    }
}
