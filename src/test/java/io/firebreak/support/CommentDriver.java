package io.firebreak.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.crisis.Severity;
import io.firebreak.crisis.Spread;
import io.firebreak.crisis.TimingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens cases of one comment, assessed as S4 and without the process that leads a whole case. */
public class CommentDriver {

    public static final Duration COOL_DOWN = Duration.ofMinutes(15);

    private static final Actor REPORTER = new Actor("communitymanager");

    /** No other test's case holds this one back. */
    private final String brand = "Brand " + UUID.randomUUID();

    private final Cases cases;
    private final Assessments assessments;
    private final RuntimeService runtimeService;
    private final TransactionTemplate transaction;

    public CommentDriver(
            Cases cases, Assessments assessments, RuntimeService runtimeService, TransactionTemplate transaction) {
        this.cases = cases;
        this.assessments = assessments;
        this.runtimeService = runtimeService;
        this.transaction = transaction;
    }

    /** A case whose comment waits for an answer; gives the reference. */
    public String comment(String title) {
        return open(IncidentReport.of(title, "My parcel is late again!", "en", "https://network.example/post/1"));
    }

    /**
     * Gives the case the comment as a post by {@code @angry}, delivered as a tool does and moved to the case by a person.
     *
     * @param source the network, as tools name it
     * @return the address of the post
     */
    public String mention(Web web, JdbcClient jdbc, String reference, String source, Instant publishedAt) {
        String id = UUID.randomUUID().toString();
        String url = "https://network.example/" + id;
        web.post(
                REPORTER.id(),
                "/api/mentions",
                """
                {"mentions": [{"source": "%s", "externalId": "%s", "brand": "%s", "author": {"handle": "@angry"},
                  "publishedAt": "%s", "url": "%s", "text": "My parcel is late again!"}]}
                """
                        .formatted(source, id, brand, publishedAt, url));
        String mention = jdbc.sql("SELECT id FROM firebreak.mention WHERE external_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(web.post(
                                REPORTER.id(),
                                "/api/mentions/" + mention + "/move",
                                "{\"to\": \"%s\"}".formatted(reference))
                        .statusCode())
                .isEqualTo(200);
        return url;
    }

    /** Lets a grave case of the same brand hold back everything else; gives its reference. */
    public String freeze() {
        String grave = comment("A grave case of the same brand");
        transaction.executeWithoutResult(status -> assessments.decideTiming(
                CaseReference.parse(grave),
                new TimingDecision(
                        Duration.ZERO, null, Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(1), 20, true)));
        return grave;
    }

    public String drill(String title) {
        return open(
                IncidentReport.of(title, "My parcel is late again!", "en", null).asDrill(true));
    }

    private String open(IncidentReport report) {
        return transaction.execute(status -> {
            CrisisCase opened = cases.open(report.about(brand), REPORTER);
            assessments.assess(
                    opened.reference(),
                    new IncidentFacts(
                            Category.CUSTOMER_COMPLAINT, false, Spread.STEADY, 10, false, false, false, false, false),
                    null,
                    null,
                    REPORTER);
            assessments.decideSeverity(opened.reference(), Severity.S4);
            assessments.decideTiming(
                    opened.reference(),
                    new TimingDecision(
                            COOL_DOWN, null, Duration.ofHours(8), Duration.ofHours(2), Duration.ofDays(1), 25, false));
            return opened.reference().toString();
        });
    }

    /** Starts a process for the case as a diagram that calls it does. */
    public ProcessInstance start(String process, String reference) {
        return start(process, reference, "A late parcel");
    }

    /** The same with a title by which people find the case's tasks. */
    public ProcessInstance start(String process, String reference, String title) {
        return runtimeService
                .createProcessInstanceByKey(process)
                .businessKey(reference)
                .setVariable("caseReference", reference)
                .setVariable("caseTitle", title)
                .setVariable("severity", "S4")
                .execute();
    }
}
