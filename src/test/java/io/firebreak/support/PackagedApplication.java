package io.firebreak.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The packed jar in a process of its own, as an operator runs it, and a client that speaks to it over HTTP. */
public final class PackagedApplication implements AutoCloseable {

    public static final String DEMO_PASSWORD = "Firebreak-demo-1";

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path output;
    private final int port;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private PackagedApplication(Path folder, int port, Process process, Path output) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.output = output;
    }

    /** Starts the demo with its data in this folder and waits until it answers. */
    public static PackagedApplication demo(Path folder) {
        PackagedApplication application = start(folder, Map.of("SPRING_PROFILES_ACTIVE", "demo"));
        try {
            application.awaitReady();
        } catch (AssertionError tooSlow) {
            application.close();
            throw tooSlow;
        }
        return application;
    }

    /** Starts the jar with these settings; does not wait. */
    public static PackagedApplication start(Path folder, Map<String, String> environment) {
        try {
            Files.createDirectories(folder);
            int port = FreePort.find();
            Path output = folder.resolve("output-" + port + ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    Path.of("target", "firebreak.jar").toAbsolutePath().toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
            builder.environment().putAll(environment);
            return new PackagedApplication(folder, port, builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await("the application is ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The application ended:\n" + output());
            }
            return status("nobody", "GET", "/actuator/health", null) == 200;
        });
    }

    /** Ends it as an operating system does, and waits. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The application does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** All that it has written to its console so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The memory that it occupies, in MiB; Linux only. */
    public long residentMebibytes() {
        return residentKibibytes(process.toHandle()) / 1024;
    }

    public JsonNode get(String user, String path) {
        return json(exchange(user, "GET", path, null));
    }

    public JsonNode post(String user, String path, Object body) {
        HttpResponse<String> response = exchange(user, "POST", path, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    /** Posts as Tasklist does: it wants to know with each answer what the answer speaks of. */
    public JsonNode postForLinked(String user, String path, Object body) {
        HttpResponse<String> response = exchange(user, "POST", path, body, "Accept", "application/hal+json");
        if (response.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    /** Does an act on a case by the API, such as {@code facts} or {@code reactions}, with a request key of its own. */
    public JsonNode act(String user, String reference, String act, Object body) {
        String path = "/api/cases/" + reference + "/" + act;
        HttpResponse<String> response = exchange(
                user, "POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
        if (response.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    public HttpResponse<String> exchange(String user, String method, String path, Object body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Accept", "*/*")
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            for (int name = 0; name < headers.length; name += 2) {
                request.setHeader(headers[name], headers[name + 1]);
            }
            if (!user.equals("nobody")) {
                request.header("Authorization", "Basic " + credentials(user));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Completes the case's open task of this kind by the engine's REST API, as this person; waits for the task. */
    public void complete(String user, String reference, String taskKey, Map<String, Object> values) {
        String query = "/engine-rest/task?processInstanceBusinessKey=" + reference + "&taskDefinitionKey=" + taskKey;
        await("the task " + taskKey, () -> get(user, query).size() == 1);
        String taskId = get(user, query).get(0).get("id").asText();
        Map<String, Object> variables = new LinkedHashMap<>();
        AuthorsWord.with(taskKey, values).forEach((name, value) -> variables.put(name, Map.of("value", value)));
        post(user, "/engine-rest/task/" + taskId + "/submit-form", Map.of("variables", variables));
    }

    /** Everybody agrees to the case's text who is still asked to: crisis lead and legal, then management. */
    public void agree(String reference) {
        String sha256 = get("crisislead", "/api/cases/" + reference).get("ledger").findValues("sha256").stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .asText();
        Map<String, Object> variables =
                Map.of("decision", Map.of("value", "APPROVE"), "sha256", Map.of("value", sha256));
        for (String person : List.of("crisislead", "legal", "management")) {
            get(
                            person,
                            "/engine-rest/task?taskDefinitionKey=UserTask_ApproveStatement&candidateUser=" + person
                                    + "&processInstanceBusinessKey=" + reference)
                    .forEach(task -> post(
                            person,
                            "/engine-rest/task/" + task.get("id").asText() + "/submit-form",
                            Map.of("variables", variables)));
        }
    }

    /** Contains the crisis: the crisis lead takes it and asks no area, somebody names the cause. */
    public void contain(String reference) {
        complete("crisislead", reference, "UserTask_NameLead", Map.of());
        complete(
                "communitymanager",
                reference,
                "UserTask_InvestigateCause",
                Map.of(
                        "beginning",
                        "Una publicación nuestra.",
                        "responsibility",
                        "STRONG",
                        "cluster",
                        "PREVENTABLE",
                        "claim",
                        "FACT"));
    }

    /** Delivers two counts that decide nothing, lets the next look come at once, and calls it calm as the crisis lead. */
    public void calm(String reference) {
        awaitPhase(reference, "WATCH");
        // a time is counted once: a case that is watched again keeps its first counts
        if (get("crisislead", "/api/cases/" + reference + "/reactions")
                .get("counts")
                .isEmpty()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            count(reference, now.minusSeconds(240), 10);
            count(reference, now.minusSeconds(120), 15);
        }
        runJob(reference, "CatchEvent_NextLookDue");
        complete(
                "crisislead",
                reference,
                "UserTask_JudgeReactions",
                Map.of("judgement", "IT_IS_CALM", "reason", "La gente habla del tiempo."));
        awaitPhase(reference, "LEARN");
    }

    /** Delivers what was counted in the two minutes since then, few of it hostile. */
    public void count(String reference, Instant from, int mentions) {
        act(
                "communitymanager2",
                reference,
                "reactions",
                Map.of(
                        "from",
                        from.toString(),
                        "to",
                        from.plusSeconds(120).toString(),
                        "mentions",
                        mentions,
                        "negativeSharePercent",
                        10));
    }

    /** Lets a timer of the case fire now that people would wait for, as an administrator can; waits for the timer. */
    public void runJob(String reference, String activityId) {
        List<String> jobs = new ArrayList<>();
        await("a job waits at " + activityId, () -> jobs.addAll(jobsAt(reference, activityId)));
        HttpResponse<String> response =
                exchange("admin", "POST", "/engine-rest/job/" + jobs.get(0) + "/execute", Map.of());
        if (response.statusCode() >= 300) {
            throw new AssertionError(activityId + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private List<String> jobsAt(String reference, String activityId) {
        JsonNode instances = get("admin", "/engine-rest/process-instance?businessKey=" + reference);
        return instances.findValuesAsText("id").stream()
                .flatMap(instance ->
                        get("admin", "/engine-rest/job?processInstanceId=" + instance + "&activityId=" + activityId)
                                .findValuesAsText("id")
                                .stream())
                .toList();
    }

    public void awaitPhase(String reference, String phase) {
        await(reference + " is in the phase " + phase, () -> get("crisislead", "/api/cases/" + reference)
                .get("phase")
                .asText()
                .equals(phase));
    }

    /** Says as the area owner that the notice hangs in the shops; waits until somebody is asked for it. */
    public void publishByHand(String reference) {
        String publications = "/api/cases/" + reference + "/publications";
        await(
                "somebody is asked to publish by hand",
                () -> waitingForHands(get("crisislead", publications)).findAny().isPresent());
        String answers = waitingForHands(get("crisislead", publications))
                .map(publication -> "\"%s\": {\"decision\": \"DONE\", \"proof\": \"It hangs at the till.\"}"
                        .formatted(publication.get("id").asText()))
                .collect(Collectors.joining(", ", "{", "}"));
        complete("areaowner", reference, "UserTask_PublishByHand", Map.of("answers", answers));
    }

    private static Stream<JsonNode> waitingForHands(JsonNode publications) {
        return StreamSupport.stream(publications.spliterator(), false)
                .filter(publication -> publication.get("byHand").asBoolean()
                        && publication.get("state").asText().equals("NEEDS_HUMAN"));
    }

    private int status(String user, String method, String path, Object body) {
        try {
            return exchange(user, method, path, body).statusCode();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    private static String credentials(String user) {
        return Base64.getEncoder().encodeToString((user + ":" + DEMO_PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is so; fails after a while. */
    public static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static long residentKibibytes(ProcessHandle handle) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(handle.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
