package io.firebreak.review.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.review.ImpactReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Draw up the impact report</em>: it is kept as it stands when the review begins. */
@ProcessBean("drawUpImpactReport")
class DrawUpImpactReport implements JavaDelegate {

    private final ImpactReports reports;

    DrawUpImpactReport(ImpactReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.keep(CaseReference.parse(execution.getProcessBusinessKey()));
    }
}
