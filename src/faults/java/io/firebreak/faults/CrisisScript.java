package io.firebreak.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.support.PackagedApplication;
import io.firebreak.support.RealReport;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What each person does with each kind of task, from the report of a case to its end. A task that a diagram gets needs a
 * line here, and nothing else.
 */
final class CrisisScript {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * One kind of task.
     *
     * @param person who does it
     * @param answers what they hand in, knowing the case
     */
    private record Step(String person, Function<Situation, Map<String, Object>> answers) {

        static Step of(String person, Map<String, Object> answers) {
            return new Step(person, situation -> answers);
        }
    }

    /** What a person has before them. */
    private record Situation(PackagedApplication firebreak, String reference, JsonNode task) {

        String caseLedgers(String detail) {
            return firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues(detail).stream()
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .asText();
        }
    }

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("UserTask_AssessIncident", Step.of("communitymanager", RealReport.OWN_SLIP)),
            Map.entry("UserTask_NameLead", Step.of("crisislead", Map.of())),
            Map.entry(
                    "UserTask_InvestigateCause",
                    Step.of(
                            "communitymanager",
                            Map.of(
                                    "beginning",
                                    "A post of ours.",
                                    "responsibility",
                                    "STRONG",
                                    "cluster",
                                    "PREVENTABLE",
                                    "claim",
                                    "FACT"))),
            Map.entry(
                    "UserTask_WriteStatement",
                    Step.of(
                            "spokesperson",
                            Map.of(
                                    "language",
                                    "en",
                                    "title",
                                    "We checked it",
                                    "body",
                                    "We posted the wrong price. This is the right one.",
                                    "apology",
                                    false))),
            Map.entry(
                    "UserTask_ApproveStatement",
                    new Step(
                            "legal",
                            situation -> Map.of("decision", "APPROVE", "sha256", situation.caseLedgers("sha256")))),
            Map.entry(
                    "UserTask_CountReactions",
                    new Step(
                            "communitymanager",
                            situation -> Map.of(
                                    "from",
                                    Instant.now().minusSeconds(1).toString(),
                                    "to",
                                    Instant.now().toString(),
                                    "mentions",
                                    10,
                                    "negativeSharePercent",
                                    5))),
            Map.entry(
                    "UserTask_JudgeReactions",
                    Step.of("management", Map.of("judgement", "IT_IS_CALM", "reason", "I read fifty of them."))),
            Map.entry(
                    "UserTask_ReviewCrisis",
                    Step.of("management", Map.of("correctionNeeded", false, "lessons", "Check prices twice."))));

    private final PackagedApplication firebreak;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    CrisisScript(PackagedApplication firebreak) {
        this.firebreak = firebreak;
    }

    /**
     * Leads one case from its report until it is closed, and nobody has to do anything for it any more.
     *
     * @return its reference
     */
    String lead(String title) {
        String reference = firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of("title", title, "description", "It happened.", "language", "en"))
                .get("reference")
                .asText();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (work(reference) || !isClosed(reference)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(reference + " does not come to its end: "
                        + firebreak.get("crisislead", "/api/cases/" + reference));
            }
        }
        return reference;
    }

    /** Does all that waits now; gives whether there was anything. */
    private boolean work(String reference) {
        JsonNode tasks = firebreak.get("crisislead", "/engine-rest/task?processInstanceBusinessKey=" + reference);
        boolean worked = false;
        for (JsonNode task : tasks) {
            worked |= complete(reference, task);
        }
        if (!worked) {
            Waiting.pass(PAUSE);
        }
        return worked;
    }

    private boolean complete(String reference, JsonNode task) {
        String id = task.get("id").asText();
        String key = task.get("taskDefinitionKey").asText();
        Step step = STEPS.get(key);
        if (step == null) {
            throw new AssertionError("The script has no line for " + key);
        }
        if (done.contains(id)) {
            return false;
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        step.answers()
                .apply(new Situation(firebreak, reference, task))
                .forEach((name, value) -> variables.put(name, Map.of("value", value)));
        HttpResponse<String> answer = firebreak.exchange(
                step.person(), "POST", "/engine-rest/task/" + id + "/submit-form", Map.of("variables", variables));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(step.person() + " at " + key + " of " + reference + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        done.add(id);
        return true;
    }

    private boolean isClosed(String reference) {
        return firebreak
                .get("crisislead", "/api/cases/" + reference)
                .get("phase")
                .asText()
                .equals("CLOSED");
    }
}
