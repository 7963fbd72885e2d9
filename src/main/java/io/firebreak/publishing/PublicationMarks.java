package io.firebreak.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks on publications whose posts people take down by hand. The record itself stays: what was sent was sent. */
@Service
public class PublicationMarks {

    private final ReadBackStore readBacks;

    PublicationMarks(ReadBackStore readBacks) {
        this.readBacks = readBacks;
    }

    /** They are going to disappear: nobody is to be alarmed by that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endReadBacks(Collection<UUID> publications) {
        readBacks.end(publications);
    }

    /** They are gone, on purpose. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takenDown(Collection<UUID> publications, Instant at) {
        readBacks.takenDown(publications, at);
    }
}
