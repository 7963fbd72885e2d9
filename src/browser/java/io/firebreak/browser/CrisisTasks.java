package io.firebreak.browser;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.statement.StatementKind;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads cases of their own to each task of a crisis, so that its form has much to show. */
final class CrisisTasks {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));
    private static final String LESSONS =
            """
            [{"area": "MESSAGE", "finding": "Short was good.", "noMeasureReason": "Keep it."},
             {"area": "PEOPLE", "finding": "Too few at night.", "measure":
               {"title": "A second phone", "owner": "areaowner", "dueOn": "%s"}}]
            """;

    private final CaseDriver driver;
    private final PublicationDriver publications;
    private final Publishing publishing;
    private final ScriptedChannels channels;
    private final CaseActs acts;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    @Autowired
    CrisisTasks(
            CaseDriver driver,
            PublicationDriver publications,
            Publishing publishing,
            ScriptedChannels channels,
            CaseActs acts,
            TransactionTemplate transaction,
            TestClock clock) {
        this.driver = driver;
        this.publications = publications;
        this.publishing = publishing;
        this.channels = channels;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    TaskPlace assessIncident() {
        return new TaskPlace("communitymanager", driver.report("A wrong price"));
    }

    TaskPlace nameLead() {
        return new TaskPlace("crisislead", driver.reportedOffence("A joke that hurts"));
    }

    TaskPlace provideFacts() {
        return new TaskPlace("areaowner", asked());
    }

    TaskPlace investigateCause() {
        return new TaskPlace("communitymanager", asked());
    }

    private String asked() {
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete(
                "crisislead", reference, "UserTask_NameLead", Map.of("areas", "Kitchen", "question", "Since when?"));
        return reference;
    }

    TaskPlace writeHoldingStatement() {
        String reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        return new TaskPlace("spokesperson", reference);
    }

    TaskPlace choosePosture() {
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace writeStatement() {
        String reference = driver.reportedOwnSlip("A wrong price");
        driver.write("spokesperson", reference, "It was a slip.");
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say which price.");
        return new TaskPlace("spokesperson", reference);
    }

    TaskPlace approveStatement() {
        String reference = writeStatement().reference();
        driver.write("spokesperson", reference, "It was a slip about the price of bread.");
        return new TaskPlace("legal", reference);
    }

    TaskPlace reviewApproval() {
        String reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "Do not eat it.");
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        driver.decide(
                "management",
                reference,
                driver.latestVersion(reference),
                Map.of("decision", "APPROVE_ALONE", "comments", "Nobody picks up."));
        return new TaskPlace("legal", reference);
    }

    TaskPlace translateStatement() {
        String reference = driver.reportedOwnSlip("A wrong price");
        driver.write("communitymanager", reference, "The price is 9 euros.");
        driver.approve("legal2", reference);
        driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));
        return new TaskPlace("spokesperson", reference);
    }

    TaskPlace publishByHand() {
        return new TaskPlace("areaowner", approved());
    }

    TaskPlace checkPublication() {
        String reference = approvedButNotOut();
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        driver.publish(reference);
        pass(reference, Duration.ofSeconds(30));
        return new TaskPlace("communitymanager", reference);
    }

    TaskPlace checkChangedPublication() {
        String reference = published();
        channels.channel("network").show(new ReadBack.Different("The price is 90 euros."));
        pass(reference, Duration.ofMinutes(2));
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace weighNewFacts() {
        String reference = published();
        driver.tellFacts(reference, "It is another day.", true);
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace countReactions() {
        String reference = published();
        driver.count(reference, 10, 10);
        clock.advance(Duration.ofHours(2));
        driver.runJob(reference, "CatchEvent_NextLookDue");
        return new TaskPlace("communitymanager", reference);
    }

    TaskPlace judgeReactions() {
        String reference = published();
        driver.count(reference, 10, 10);
        driver.count(reference, 15, 10);
        driver.runJob(reference, "CatchEvent_NextLookDue");
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace reviewCrisis() {
        String reference = published();
        driver.calm(reference);
        return new TaskPlace("management", reference);
    }

    TaskPlace carryOutMeasure() {
        String reference = reviewCrisis().reference();
        String due = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(10)
                .toString();
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of("correctionNeeded", false, "lessons", LESSONS.formatted(due)));
        driver.runDueJobs(reference);
        return new TaskPlace("areaowner", reference);
    }

    TaskPlace agreeToEndCoolDown() {
        String reference = choosePosture().reference();
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "We heard you.");
        driver.approve("legal", reference);
        transaction.executeWithoutResult(
                status -> acts.askToEndCoolDown(CaseReference.parse(reference), "They wait in the shop.", LEAD));
        return new TaskPlace("management", reference);
    }

    /** On every channel, by hand as well. */
    String published() {
        String reference = approved();
        driver.complete("areaowner", reference, "UserTask_PublishByHand", Map.of("answers", doneByHand(reference)));
        driver.publish(reference);
        return reference;
    }

    private String doneByHand(String reference) {
        return publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals("shop-notice"))
                .map(publication -> "\"%s\": {\"decision\": \"DONE\", \"proof\": \"It hangs at the till.\"}"
                        .formatted(publication.id()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String approved() {
        String reference = approvedButNotOut();
        driver.publish(reference);
        return reference;
    }

    private String approvedButNotOut() {
        channels.reset();
        String reference = driver.reportedOwnSlip("A wrong price");
        driver.write("spokesperson", reference, "The price is 9 euros. https://brand.example/price");
        driver.approve("legal", reference);
        return reference;
    }

    private void pass(String reference, Duration time) {
        clock.advance(time);
        driver.publish(reference);
        publications.send();
        publications.follow();
    }
}
