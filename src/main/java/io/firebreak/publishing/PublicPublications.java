package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the record of publications knows of a case's publicity. What only our own staff have is not public. */
@Component
class PublicPublications implements PublicRecord {

    private final PublicationStore publications;

    PublicPublications(PublicationStore publications) {
        this.publications = publications;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayBePublic(CaseReference reference) {
        return publications.mayBePublic(reference.toString());
    }
}
