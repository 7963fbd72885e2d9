package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.PublicApologies;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the record of publications knows of apologies. */
@Component
class StatementApologies implements PublicApologies {

    /** No version has this id, so none is left out of the count. */
    private static final UUID NONE = new UUID(0, 0);

    private final PublicationStore publications;

    StatementApologies(PublicationStore publications) {
        this.publications = publications;
    }

    @Override
    public int inStatements(CaseReference reference) {
        return publications.apologiesBeside(reference.toString(), NONE);
    }
}
