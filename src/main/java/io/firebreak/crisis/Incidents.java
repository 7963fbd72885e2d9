package io.firebreak.crisis;

import io.firebreak.access.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in reports of incidents that come by other ways than the form of the report. */
@Service
public class Incidents {

    private final Cases cases;
    private final Assessments assessments;
    private final CaseProcess process;

    Incidents(Cases cases, Assessments assessments, CaseProcess process) {
        this.cases = cases;
        this.assessments = assessments;
        this.process = process;
    }

    /** Opens the case and starts its process: both, or neither. */
    @Transactional
    public CrisisCase report(IncidentReport report, Actor reporter) {
        CrisisCase opened = cases.open(report, reporter);
        process.start(opened);
        return opened;
    }

    /** The same with what the reporter knows of it, so that nobody has to assess it: the table Severity is asked at once. */
    @Transactional
    public CrisisCase reportAssessed(IncidentReport report, IncidentFacts facts, Actor reporter) {
        CrisisCase opened = cases.open(report, reporter);
        assessments.assess(opened.reference(), facts, null, null, reporter);
        process.start(cases.get(opened.reference()));
        return cases.get(opened.reference());
    }
}
