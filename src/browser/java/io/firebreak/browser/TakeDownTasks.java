package io.firebreak.browser;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.evidence.EvidenceFiles;
import io.firebreak.evidence.NewFile;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.SampleFiles;
import io.firebreak.takedown.TakeDowns;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads published posts of their own to each task of a take-down, so that its form has much to show. */
final class TakeDownTasks {

    private final CrisisTasks crises;
    private final CaseDriver driver;
    private final Publishing publishing;
    private final EvidenceFiles files;
    private final TakeDowns takeDowns;
    private final RuntimeService runtimeService;

    @Autowired
    TakeDownTasks(
            CrisisTasks crises,
            CaseDriver driver,
            Publishing publishing,
            EvidenceFiles files,
            TakeDowns takeDowns,
            RuntimeService runtimeService) {
        this.crises = crises;
        this.driver = driver;
        this.publishing = publishing;
        this.files = files;
        this.takeDowns = takeDowns;
        this.runtimeService = runtimeService;
    }

    TaskPlace prepareTakeDown() {
        String reference = crises.published();
        driver.as(
                "legal",
                () -> runtimeService.startProcessInstanceByKey(
                        "TakeDown", Map.of("case", reference, "request", "The court of 3 August")));
        return new TaskPlace("legal", reference);
    }

    TaskPlace countersignTakeDown() {
        String reference = prepareTakeDown().reference();
        driver.complete("legal", reference, "UserTask_PrepareTakeDown", proposal(reference));
        return new TaskPlace("management", reference);
    }

    TaskPlace takePostDown() {
        String reference = countersignTakeDown().reference();
        String seen = takeDowns
                .open(CaseReference.parse(reference))
                .orElseThrow()
                .proposal()
                .sha256();
        driver.complete(
                "management",
                reference,
                "UserTask_CountersignTakeDown",
                Map.of("decision", "AGREE", "comments", "It is so.", "sha256", seen));
        return new TaskPlace("communitymanager", reference);
    }

    private Map<String, Object> proposal(String reference) {
        Map<String, Object> values = new HashMap<>();
        values.put("decision", "PROPOSE");
        values.put("publication", post(reference).id().toString());
        values.put("reason", "COURT_ORDER");
        values.put("orderedBy", "The district court");
        values.put("paper", paper(reference));
        values.put("language", "en");
        values.put("title", "A court had this removed");
        values.put("explanation", "It named a person.");
        return values;
    }

    private Publication post(String reference) {
        return publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals("newsroom"))
                .findFirst()
                .orElseThrow();
    }

    private String paper(String reference) {
        NewFile order = new NewFile("order.pdf", "The order", null, SampleFiles.pdf("Order for " + reference));
        return files.keep(CaseReference.parse(reference), order, new Actor("legal"))
                .item()
                .id()
                .toString();
    }
}
