package io.firebreak.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of every act. Entries can be added and read; the database itself refuses to change or remove them.
 * Each entry is one line in the log as well.
 */
@Service
public class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    /** Under this name the log carries the case; the engine uses the same for its own lines. */
    private static final String CASE = "case";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Ledger(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the act down in the transaction in which it is done: both happen, or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        write(act);
    }

    /** Writes down an act whose own transaction is going to be rolled back, such as a refused one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordApart(Act act) {
        write(act);
    }

    /** All entries of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> of(String caseReference) {
        return jdbc.sql("SELECT * FROM firebreak.ledger_entry WHERE case_reference = ? ORDER BY id")
                .param(caseReference)
                .query(this::entry)
                .list();
    }

    private void write(Act act) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.ledger_entry (at, case_reference, actor, act, sentence, reason, details)
                        VALUES (:at, :caseReference, :actor, :act, :sentence, :reason, CAST(:details AS jsonb))
                        """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("caseReference", act.caseReference())
                .param("actor", act.actor())
                .param("act", act.type())
                .param("sentence", act.sentence())
                .param("reason", act.reason())
                .param("details", asJson(act.details()))
                .update();
        tell(act);
    }

    private static void tell(Act act) {
        if (act.caseReference() == null) {
            log.info("{} {}: {}", act.actor(), act.type(), OneLine.of(act.sentence()));
            return;
        }
        try (MDC.MDCCloseable inCase = MDC.putCloseable(CASE, act.caseReference())) {
            log.info("{} {}: {}", act.actor(), act.type(), OneLine.of(act.sentence()));
        }
    }

    private LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("case_reference"),
                row.getString("actor"),
                row.getString("act"),
                row.getString("sentence"),
                row.getString("reason"),
                fromJson(row.getString("details")));
    }

    private String asJson(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of an act must be plain values", e);
        }
    }

    private Map<String, Object> fromJson(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ledger entry's details are not readable", e);
        }
    }
}
