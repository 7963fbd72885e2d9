package io.firebreak.faults;

import io.firebreak.support.AuthorsWord;
import io.firebreak.support.PackagedApplication;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private record Situation(PackagedApplication firebreak, String reference, Map<String, Instant> countedUntil) {

        /** A storm, three minutes ago. */
        Map<String, Object> count() {
            Instant until = Instant.now().minusSeconds(120);
            countedUntil.put(reference, until);
            return counted(until.minusSeconds(60), until, 1_000);
        }

        /** What the case's ledger said last of this. */
        String caseLedgers(String detail) {
            return firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues(detail).stream()
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .asText();
        }
    }

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry(
                    "UserTask_AssessIncident",
                    Step.of(
                            "communitymanager",
                            Map.of(
                                    "category",
                                    "SUDDEN_SPIKE",
                                    "spread",
                                    "STEADY",
                                    "negativeSharePercent",
                                    30,
                                    "safetyRisk",
                                    false))),
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
                    "UserTask_ChoosePosture",
                    Step.of("crisislead", Map.of("posture", "REBUILD", "reason", "It was us."))),
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
            Map.entry("UserTask_CountReactions", new Step("communitymanager", Situation::count)),
            Map.entry(
                    "UserTask_JudgeReactions",
                    Step.of("management", Map.of("judgement", "IT_IS_CALM", "reason", "I read fifty of them."))),
            Map.entry(
                    "UserTask_ReviewCrisis",
                    Step.of(
                            "management",
                            Map.of(
                                    "correctionNeeded",
                                    false,
                                    "lessons",
                                    "[{\"area\": \"MESSAGE\", \"finding\": \"Short was good.\","
                                            + " \"noMeasureReason\": \"Keep it.\"}]"))));

    /** A task that waits: its id, and its name in the diagram. */
    private record Open(String id, String key) {}

    private final Map<String, Instant> countedUntil = new ConcurrentHashMap<>();
    private final PackagedApplication firebreak;
    private final JdbcClient database;

    /**
     * @param database in which the people see what waits for them; asking the application so often would be all that is
     *     measured
     */
    CrisisScript(PackagedApplication firebreak, DataSource database) {
        this.firebreak = firebreak;
        this.database = JdbcClient.create(database);
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
        while (true) {
            List<Open> open = openTasks(reference);
            if (open.isEmpty() && isClosed(reference)) {
                return reference;
            }
            open.forEach(task -> complete(reference, task));
            if (open.isEmpty() && !lookAgain(reference)) {
                Waiting.pass(PAUSE);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(reference + " does not come to its end: "
                        + firebreak.get("crisislead", "/api/cases/" + reference));
            }
        }
    }

    /** Lets the timer of the next look go off now; at the second look hardly anybody talks about it any more. */
    private boolean lookAgain(String reference) {
        Optional<String> timer = database.sql(
                        """
                        SELECT j.id_ FROM act_ru_job j JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
                        JOIN act_ru_jobdef d ON d.id_ = j.job_def_id_
                        WHERE e.business_key_ = ? AND d.act_id_ = 'CatchEvent_NextLookDue'
                        """)
                .param(reference)
                .query(String.class)
                .optional();
        timer.ifPresent(job -> {
            Instant from = countedUntil.remove(reference);
            if (from != null) {
                firebreak.act("communitymanager", reference, "reactions", counted(from, Instant.now(), 1));
            }
            firebreak.exchange("admin", "POST", "/engine-rest/job/" + job + "/execute", Map.of());
        });
        return timer.isPresent();
    }

    private static Map<String, Object> counted(Instant from, Instant to, int mentions) {
        return Map.of("from", from.toString(), "to", to.toString(), "mentions", mentions, "negativeSharePercent", 5);
    }

    private void complete(String reference, Open task) {
        Step step = STEPS.get(task.key());
        if (step == null) {
            throw new AssertionError("The script has no line for " + task.key());
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        AuthorsWord.with(task.key(), step.answers().apply(new Situation(firebreak, reference, countedUntil)))
                .forEach((name, value) -> variables.put(name, Map.of("value", value)));
        HttpResponse<String> answer = firebreak.exchange(
                step.person(),
                "POST",
                "/engine-rest/task/" + task.id() + "/submit-form",
                Map.of("variables", variables));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(step.person() + " at " + task.key() + " of " + reference + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
    }

    private List<Open> openTasks(String reference) {
        return database.sql(
                        """
                        SELECT t.id_, t.task_def_key_ FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
                        WHERE e.business_key_ = ?
                        """)
                .param(reference)
                .query((row, number) -> new Open(row.getString(1), row.getString(2)))
                .list();
    }

    private boolean isClosed(String reference) {
        return database.sql("SELECT phase FROM firebreak.crisis_case WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single()
                .equals("CLOSED");
    }
}
