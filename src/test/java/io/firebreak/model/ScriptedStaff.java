package io.firebreak.model;

import io.firebreak.crisis.CaseReference;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/** People who do any open task of a case in one of the ways that its form allows, chosen by chance. */
class ScriptedStaff {

    private static final List<String> SEVERITIES = List.of("S1", "S2", "S3", "S4");

    private final TaskService taskService;
    private final Statements statements;
    private final Replies replies;
    private final TestClock clock;

    ScriptedStaff(TaskService taskService, Statements statements, Replies replies, TestClock clock) {
        this.taskService = taskService;
        this.statements = statements;
        this.replies = replies;
        this.clock = clock;
    }

    /** Chance for people who want to be done: of several answers the second, which is the one that leads on. */
    static Random leadingOn() {
        return new Random() {
            private int last;

            @Override
            public int nextInt(int bound) {
                return Math.min(1, bound - 1);
            }

            @Override
            public int nextInt() {
                return ++last;
            }

            @Override
            public boolean nextBoolean() {
                return false;
            }
        };
    }

    /** Who does it, and what they hand in. */
    record Answer(String user, Map<String, Object> values) {}

    /** A legal way to complete the task now; it may still be refused, where a rule depends on what came before. */
    Answer answerTo(Task task, String reference, Random random) {
        return switch (task.getTaskDefinitionKey()) {
            case "UserTask_AssessIncident" -> new Answer("communitymanager", assessment(random));
            case "UserTask_NameLead" -> new Answer("crisislead", areas(random));
            case "UserTask_ProvideFacts", "UserTask_AskAreaOwner" ->
                new Answer("areaowner", Map.of("facts", "Since Monday."));
            case "UserTask_InvestigateCause" -> new Answer("communitymanager", cause(random));
            case "UserTask_WeighNewFacts" ->
                new Answer("crisislead2", Map.of("responseChanges", random.nextBoolean(), "reason", "It weighs."));
            case "UserTask_AgreeToEndCoolDown" -> new Answer("management2", Map.of("agreed", random.nextBoolean()));
            case "UserTask_ChoosePosture" ->
                new Answer("crisislead", Map.of("posture", one(random, "HOLD", "REBUILD", "INFORM"), "reason", "So."));
            case "UserTask_WriteStatement" -> new Answer("spokesperson", text(random));
            case "UserTask_WriteHoldingStatement" -> new Answer("spokesperson", holding());
            case "UserTask_TranslateStatement" ->
                new Answer("spokesperson", Map.of("title", "Tytuł", "body", "Tekst.", "correctionNote", "Nowe."));
            case "UserTask_ApproveStatement" -> approval(task, reference, random);
            case "UserTask_VerifyAuthor" -> new Answer("communitymanager", author(random));
            case "UserTask_InvestigateSuspicion" ->
                new Answer(
                        "crisislead",
                        Map.of(
                                "conclusion",
                                one(random, "COORDINATED", "NOT_COORDINATED", "COMPETITOR"),
                                "reason",
                                "I looked.",
                                "evidence",
                                "One.\nTwo."));
            case "UserTask_CountersignCompetitor" ->
                new Answer("management", Map.of("agreed", random.nextBoolean(), "reason", "I looked too."));
            case "UserTask_PlanReply" -> new Answer("communitymanager", plan(random));
            case "UserTask_WriteReply" ->
                new Answer(
                        "communitymanager",
                        Map.of(
                                "way",
                                one(random, "THREAD", "DIRECT_MESSAGE"),
                                "apology",
                                random.nextInt(3) == 0,
                                "text",
                                "We are on it: " + random.nextInt()));
            case "UserTask_AgreeToReply" ->
                new Answer(
                        "crisislead",
                        Map.of(
                                "decision",
                                random.nextInt(4) == 0 ? "SEND_BACK" : "AGREE",
                                "comments",
                                "Well.",
                                "sha256",
                                lastReply(reference).sha256()));
            case "UserTask_SendReply" -> new Answer("communitymanager2", sending(reference));
            case "UserTask_SettleComment" ->
                new Answer(
                        "communitymanager",
                        Map.of(
                                "outcome",
                                one(random, "ANSWERED_AGAIN", "CALM", "CRISIS"),
                                "words",
                                "Thanks.",
                                "newFacts",
                                "The parcel came.",
                                "severity",
                                "S2",
                                "reason",
                                "Many say so."));
            case "UserTask_CountReactions" -> new Answer("communitymanager", count(random));
            case "UserTask_JudgeReactions" ->
                new Answer(
                        "crisislead",
                        Map.of(
                                "judgement",
                                one(random, "KEEP_WATCHING", "IT_IS_CALM", "RESPOND_AGAIN"),
                                "reason",
                                "Seen."));
            case "UserTask_ReviewCrisis" -> new Answer("management", review(random));
            case "UserTask_CarryOutMeasure" ->
                new Answer(task.getAssignee(), Map.of("decision", "DONE", "note", "Done."));
            default -> throw new AssertionError("Nobody here knows what to do with " + task.getTaskDefinitionKey());
        };
    }

    private static Map<String, Object> assessment(Random random) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(
                "category",
                one(
                        random,
                        "OWN_SLIP",
                        "OWN_OFFENCE",
                        "PRODUCT_QUALITY",
                        "CUSTOMER_COMPLAINT",
                        "HOSTILE_DISPUTE",
                        "COMPETITOR_OR_TROLL",
                        "SUDDEN_SPIKE"));
        answers.put("safetyRisk", random.nextInt(5) == 0);
        answers.put("spread", one(random, "STEADY", "HIGH", "EXTREME"));
        answers.put("negativeSharePercent", random.nextInt(101));
        answers.put("vividTrigger", random.nextBoolean());
        answers.put("influentialAuthor", random.nextBoolean());
        answers.put("crisisHistory", random.nextBoolean());
        answers.put("foundFirst", random.nextInt(4) == 0);
        answers.put("pastPeak", random.nextInt(4) == 0);
        if (random.nextInt(3) == 0) {
            answers.put("severity", SEVERITIES.get(random.nextInt(4)));
            answers.put("severityReason", "I was there.");
        }
        return answers;
    }

    private static Map<String, Object> areas(Random random) {
        return random.nextBoolean() ? Map.of() : Map.of("areas", "Product\nLogistics", "question", "Since when?");
    }

    private static Map<String, Object> cause(Random random) {
        return Map.of(
                "beginning", "A post.",
                "responsibility", one(random, "UNKNOWN", "NONE", "LOW", "STRONG"),
                "cluster", one(random, "VICTIM", "ACCIDENTAL", "PREVENTABLE"),
                "claim", one(random, "FACT", "RUMOUR", "CHALLENGE"),
                "claimShownFalse", random.nextBoolean(),
                "badReputation", random.nextBoolean());
    }

    private static Map<String, Object> text(Random random) {
        return Map.of(
                "language",
                "en",
                "title",
                "What happened",
                "body",
                "It happened, and we mend it: " + random.nextInt(),
                "apology",
                random.nextInt(3) == 0,
                "correctionNote",
                "What we said before was incomplete.",
                "translations",
                random.nextInt(4) == 0 ? "pl" : "");
    }

    private Map<String, Object> holding() {
        return Map.of(
                "language",
                "en",
                "title",
                "What we know",
                "knownFacts",
                "It happened.",
                "beingChecked",
                "Why it happened.",
                "nextWordAt",
                clock.instant().plus(Duration.ofHours(2)).toString());
    }

    private Answer approval(Task task, String reference, Random random) {
        Object statement = taskService.getVariable(task.getId(), "statement");
        List<StatementVersion> versions = statement == null
                ? statements.versionsOf(reference)
                : statements.versionsOf(UUID.fromString(statement.toString()));
        StatementVersion version = versions.get(versions.size() - 1);
        String group = taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing("legal"::equals).reversed())
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = Map.of(
                "decision",
                random.nextInt(4) == 0 ? "SEND_BACK" : "APPROVE",
                "comments",
                "Read.",
                "sha256",
                version.sha256());
        return new Answer(group, values);
    }

    private static Map<String, Object> author(Random random) {
        Map<String, Object> seen = new HashMap<>(Map.of("handle", "@cold_soup", "orderMatched", random.nextBoolean()));
        seen.put("orderNumber", "4711");
        seen.put("place", "https://social.example/1");
        List.of("youngAccount", "nearDuplicates", "sharedLinkBurst", "noOtherTopics", "synchronousActivity")
                .forEach(signal -> seen.put(signal, one(random, "YES", "NO", "UNKNOWN")));
        return seen;
    }

    private static Map<String, Object> plan(Random random) {
        return Map.of(
                "need", one(random, "ANSWER", "ANSWER", "ASK_AREA", "CRISIS"),
                "area", "Kitchen",
                "question", "Why was it cold?",
                "severity", "S3",
                "reason", "Many say so.");
    }

    private Map<String, Object> sending(String reference) {
        return Map.of(
                "decision",
                "SENT",
                "sha256",
                lastReply(reference).sha256(),
                "link",
                "https://social.example/2",
                "proof",
                "Seen.");
    }

    private Reply lastReply(String reference) {
        List<Reply> all = replies.of(CaseReference.parse(reference));
        return all.get(all.size() - 1);
    }

    private Map<String, Object> count(Random random) {
        String from = clock.instant().toString();
        clock.advance(Duration.ofMinutes(5));
        return Map.of(
                "from",
                from,
                "to",
                clock.instant().toString(),
                "mentions",
                random.nextInt(500),
                "negativeSharePercent",
                random.nextInt(101));
    }

    private Map<String, Object> review(Random random) {
        if (random.nextInt(4) == 0) {
            return Map.of("correctionNeeded", true, "correctionReason", "A number is wrong.");
        }
        String due = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(10)
                .toString();
        return Map.of(
                "correctionNeeded",
                false,
                "lessons",
                """
                [{"area": "MESSAGE", "finding": "Short was good.", "noMeasureReason": "Keep it."},
                 {"area": "PEOPLE", "finding": "Too few at night.", "measure":
                   {"title": "A second phone", "owner": "communitymanager2", "dueOn": "%s"}}]
                """
                        .formatted(due));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
