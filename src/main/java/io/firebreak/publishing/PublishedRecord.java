package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.PublicRecord;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the public may have seen of a case, as the record of publications knows it. */
@Component
class PublishedRecord implements PublicRecord {

    private static final Set<PublicationState> MAY_BE_PUBLIC =
            Set.of(PublicationState.SENDING, PublicationState.SENT, PublicationState.UNKNOWN);

    private final PublicationStore publications;

    PublishedRecord(PublicationStore publications) {
        this.publications = publications;
    }

    @Override
    public boolean mayBePublic(CaseReference reference) {
        return publications.of(reference.toString()).stream().anyMatch(PublishedRecord::mayBePublic);
    }

    private static boolean mayBePublic(Publication publication) {
        boolean seen = MAY_BE_PUBLIC.contains(publication.state()) || publication.isUncertain();
        return seen && !publication.dryRun();
    }
}
