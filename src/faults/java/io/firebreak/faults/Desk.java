package io.firebreak.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.support.PackagedApplication;
import io.firebreak.support.RealReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

/** People at work: a case from its report to its approval, by the interfaces that they use. */
final class Desk {

    private static final String APPROVE = "UserTask_ApproveStatement";

    private final PackagedApplication firebreak;

    Desk(PackagedApplication firebreak) {
        this.firebreak = firebreak;
    }

    /**
     * A case whose statement waits for its approval.
     *
     * @param mark by which readers recognise the statement
     */
    String written(String mark) {
        String reference = firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of("title", "It happened", "description", "It happened.", "language", "en"))
                .get("reference")
                .asText();
        firebreak.complete("communitymanager2", reference, "UserTask_AssessIncident", RealReport.OWN_SLIP);
        firebreak.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "We checked it",
                        "body",
                        "This is what we know about " + mark + ".",
                        "apology",
                        false));
        PackagedApplication.await(
                "the approval of " + reference, () -> approvals(reference).size() == 1);
        return reference;
    }

    void approve(String reference) {
        firebreak.complete("legal", reference, APPROVE, Map.of("decision", "APPROVE", "sha256", sealOf(reference)));
    }

    /** Two people approve in the same moment; gives the two answers' HTTP statuses, the smaller first. */
    List<Integer> approveTwice(String reference) {
        String task = approvals(reference).get(0).get("id").asText();
        Map<String, Object> variables = new HashMap<>();
        variables.put("decision", Map.of("value", "APPROVE"));
        variables.put("sha256", Map.of("value", sealOf(reference)));
        CyclicBarrier both = new CyclicBarrier(2);
        return Stream.of("legal", "crisislead")
                .map(user -> CompletableFuture.supplyAsync(() -> {
                    meet(both);
                    return firebreak
                            .exchange(
                                    user,
                                    "POST",
                                    "/engine-rest/task/" + task + "/submit-form",
                                    Map.of("variables", variables))
                            .statusCode();
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception alone) {
            throw new AssertionError(alone);
        }
    }

    /** Somebody has looked whether a publication is public; answers truthfully. */
    void answer(String reference, String publicationId, boolean isPublic) {
        firebreak.complete(
                "crisislead",
                reference,
                "UserTask_CheckPublication",
                Map.of(
                        "answers",
                        "{\"%s\":{\"public\":%s,\"proof\":\"I looked into the server's log.\"}}"
                                .formatted(publicationId, isPublic)));
    }

    /** Everything is out, and reactions to it are watched. */
    boolean isWatched(String reference) {
        return firebreak
                .get("crisislead", "/api/cases/" + reference)
                .get("phase")
                .asText()
                .equals("WATCH");
    }

    private JsonNode approvals(String reference) {
        return firebreak.get(
                "legal", "/engine-rest/task?processInstanceBusinessKey=" + reference + "&taskDefinitionKey=" + APPROVE);
    }

    private String sealOf(String reference) {
        return firebreak.get("crisislead", "/api/cases/" + reference).get("ledger").findValues("sha256").stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .asText();
    }
}
