package io.firebreak.browser;

import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.reply.Replies;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.TestClock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads comments of their own to each task of a reply, so that its form has much to show. */
final class ReplyTasks {

    private final CaseDriver driver;
    private final CommentDriver comments;
    private final Replies replies;
    private final TestClock clock;

    @Autowired
    ReplyTasks(
            CaseDriver driver,
            Cases cases,
            Assessments assessments,
            Replies replies,
            RuntimeService runtimeService,
            TransactionTemplate transaction,
            TestClock clock) {
        this.driver = driver;
        this.comments = new CommentDriver(cases, assessments, runtimeService, transaction);
        this.replies = replies;
        this.clock = clock;
    }

    TaskPlace verifyAuthor() {
        return new TaskPlace("communitymanager", begun("ReplyToComment"));
    }

    TaskPlace investigateSuspicion() {
        String reference = begun("VerifyAuthor");
        driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", author("YES"));
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace countersignCompetitor() {
        String reference = investigateSuspicion().reference();
        driver.complete(
                "crisislead",
                reference,
                "UserTask_InvestigateSuspicion",
                Map.of(
                        "conclusion", "COMPETITOR",
                        "reason", "They link the same shop.",
                        "evidence", "https://network.example/a\nThe account answers from their office."));
        return new TaskPlace("management", reference);
    }

    TaskPlace planReply() {
        String reference = begun("ReplyToComment");
        driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", author("NO"));
        return new TaskPlace("communitymanager", reference);
    }

    TaskPlace askAreaOwner() {
        String reference = planReply().reference();
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_PlanReply",
                Map.of("need", "ASK_AREA", "area", "Kitchen", "question", "Why was it cold?"));
        return new TaskPlace("areaowner", reference);
    }

    TaskPlace writeReply() {
        String reference = askAreaOwner().reference();
        driver.complete("areaowner", reference, "UserTask_AskAreaOwner", Map.of("facts", "Since Monday."));
        return new TaskPlace("communitymanager", reference);
    }

    TaskPlace agreeToReply() {
        String reference = writeReply().reference();
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "THREAD", "text", "Your parcel " + UUID.randomUUID() + " is on its way."));
        return new TaskPlace("legal", reference);
    }

    TaskPlace sendReply() {
        String reference = agreed();
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
        return new TaskPlace("communitymanager", reference);
    }

    private String agreed() {
        String reference = agreeToReply().reference();
        driver.complete(
                "legal", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", sha256(reference)));
        return reference;
    }

    TaskPlace settleComment() {
        String reference = sendReply().reference();
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", sha256(reference), "link", "https://network.example/post/2"));
        return new TaskPlace("communitymanager", reference);
    }

    TaskPlace agreeToCompensation() {
        String reference = settleComment().reference();
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SettleComment",
                Map.of(
                        "outcome", "CALM",
                        "compensationProposed", true,
                        "compensationWay", "MAIL",
                        "compensationAmount", "25.50",
                        "compensationCurrency", "EUR",
                        "compensationReason", "Three weeks without a kettle."));
        return new TaskPlace("crisislead", reference);
    }

    TaskPlace giveCompensation() {
        String reference = agreeToCompensation().reference();
        driver.complete("crisislead", reference, "UserTask_AgreeToCompensation", Map.of("decision", "AGREE"));
        return new TaskPlace("communitymanager", reference);
    }

    private String begun(String process) {
        String title = "A late parcel";
        String reference = comments.comment(title);
        comments.start(process, reference, title);
        return reference;
    }

    /** With an order of theirs nobody suspects them. */
    private static Map<String, Object> author(String suspicious) {
        Map<String, Object> seen = new HashMap<>(Map.of(
                "handle",
                "@anna " + UUID.randomUUID(),
                "place",
                "network.example",
                "orderMatched",
                suspicious.equals("NO"),
                "youngAccount",
                suspicious,
                "nearDuplicates",
                suspicious,
                "sharedLinkBurst",
                suspicious,
                "noOtherTopics",
                "UNKNOWN",
                "synchronousActivity",
                "UNKNOWN"));
        if (suspicious.equals("NO")) {
            seen.put("orderNumber", "4711");
        }
        return seen;
    }

    private String sha256(String reference) {
        var all = replies.of(CaseReference.parse(reference));
        return all.get(all.size() - 1).sha256();
    }
}
