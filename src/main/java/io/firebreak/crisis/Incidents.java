package io.firebreak.crisis;

import io.firebreak.access.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in reports of incidents that come by other ways than Tasklist. */
@Service
public class Incidents {

    private final Cases cases;
    private final CaseProcess process;

    Incidents(Cases cases, CaseProcess process) {
        this.cases = cases;
        this.process = process;
    }

    /** Opens the case and starts its process: both, or neither. */
    @Transactional
    public CrisisCase report(IncidentReport report, Actor reporter) {
        CrisisCase opened = cases.open(report, reporter);
        process.start(opened);
        return opened;
    }
}
