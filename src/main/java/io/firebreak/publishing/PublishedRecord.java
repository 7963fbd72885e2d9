package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.reply.Replies;
import io.firebreak.reply.ThreadReplies;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the public may have seen of a case, as the record of publications knows it. */
@Component
class PublishedRecord implements PublicRecord {

    private static final Set<PublicationState> MAY_BE_PUBLIC =
            Set.of(PublicationState.SENDING, PublicationState.SENT, PublicationState.UNKNOWN);

    private final Cases cases;
    private final PublicationStore publications;
    private final Replies replies;
    private final ThreadReplies threads;

    PublishedRecord(Cases cases, PublicationStore publications, Replies replies, ThreadReplies threads) {
        this.cases = cases;
        this.publications = publications;
        this.replies = replies;
        this.threads = threads;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayBePublic(CaseReference reference) {
        return cases.withMerged(reference).stream()
                .anyMatch(one -> replies.isAnyPublic(one)
                        || threads.mayStandInThread(one)
                        || publications.of(one.toString()).stream().anyMatch(PublishedRecord::mayBePublic));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isStatementOnItsWay(CaseReference reference) {
        return publications.isStatementQueued(reference.toString());
    }

    private static boolean mayBePublic(Publication publication) {
        boolean seen = MAY_BE_PUBLIC.contains(publication.state()) || publication.isUncertain();
        return seen && !publication.dryRun() && publication.audience() != Audience.STAFF;
    }
}
