package io.firebreak.crisis;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.database.Timestamps;
import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a tool repeat a request whose answer it did not get: what was done is not done again, the answer is the same.
 * The key comes in the header {@code Idempotency-Key} and is the caller's own, unique within a case.
 */
@Service
public class RequestKeys {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final TextRule KEY = TextRule.line(HEADER, "The header " + HEADER, 200);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ObjectMapper json;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Cases cases, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work, or gives the answer of the time when it was done. Both the work and the memory of it are one
     * transaction, which holds the case.
     *
     * @param act what is asked for, so that a key used for something else is noticed
     * @param request what was asked with it; the same again must be the same
     * @throws Refusal when the key is missing or was used for another request
     */
    @Transactional
    public <T> T once(
            CaseReference reference,
            String requestKey,
            String act,
            Object request,
            Class<T> answerType,
            Supplier<T> work) {
        return once(List.of(reference), requestKey, act, request, answerType, work);
    }

    /**
     * The same for an act on several cases, of which the first has the memory of it. All are held, always in the same
     * order, so that two such acts at once don't wait for each other.
     */
    @Transactional
    public <T> T once(
            List<CaseReference> references,
            String requestKey,
            String act,
            Object request,
            Class<T> answerType,
            Supplier<T> work) {
        String key = KEY.require(requestKey);
        references.stream().sorted(comparing(CaseReference::toString)).forEach(cases::lock);
        CaseReference reference = references.get(0);
        String sha256 = Fingerprint.of(List.of(write(request)));
        Optional<Done> before = find(reference, key);
        if (before.isPresent()) {
            return before.get().answer(act, sha256, answer -> read(answer, answerType));
        }
        T answer = work.get();
        add(reference, key, act, sha256, write(answer));
        return answer;
    }

    private Optional<Done> find(CaseReference reference, String key) {
        return jdbc.sql("SELECT act, sha256, answer FROM firebreak.case_request"
                        + " WHERE case_reference = ? AND request_key = ?")
                .params(reference.toString(), key)
                .query(Done.class)
                .optional();
    }

    private void add(CaseReference reference, String key, String act, String sha256, String answer) {
        jdbc.sql("INSERT INTO firebreak.case_request (case_reference, request_key, act, sha256, answer, asked_at)"
                        + " VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?)")
                .params(reference.toString(), key, act, sha256, answer, Timestamps.of(clock.instant()))
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Requests and answers must be plain values", e);
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer of an earlier request is not readable", e);
        }
    }

    record Done(String act, String sha256, String answer) {

        <T> T answer(String asked, String askedSha256, Function<String, T> reader) {
            if (!act.equals(asked) || !sha256.equals(askedSha256)) {
                throw Refusal.conflict(
                        "This %s was used for another request before; please take a new one.".formatted(HEADER));
            }
            return reader.apply(answer);
        }
    }
}
