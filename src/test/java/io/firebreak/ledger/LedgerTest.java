package io.firebreak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.support.FirebreakTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@FirebreakTest
@ExtendWith(OutputCaptureExtension.class)
class LedgerTest {

    private static final String CASE = "CR-1990-0001";

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE firebreak.ledger_entry SET actor = 'somebody else'",
                "DELETE FROM firebreak.ledger_entry",
                "TRUNCATE firebreak.ledger_entry"
            })
    void shouldNeverChangeOrLoseAnEntry(String change) {
        // given
        transaction.executeWithoutResult(status -> ledger.record(new Act(CASE, "somebody", "test.done", "Done.")));
        List<LedgerEntry> before = ledger.of(CASE);

        // then
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(change).update()))
                .hasStackTraceContaining("are never changed or removed");
        assertThat(ledger.of(CASE)).isEqualTo(before);
    }

    @Test
    void shouldHoldThatInSessionsThatReplicateAsWell() {
        // when
        List<String> triggers = jdbc.sql(
                        """
                        SELECT concat(tgname, ' ', tgenabled) FROM pg_trigger
                        WHERE tgrelid = CAST('firebreak.ledger_entry' AS regclass) AND NOT tgisinternal ORDER BY tgname
                        """)
                .query(String.class)
                .list();

        // then
        assertThat(triggers).containsExactly("ledger_entry_append_only A", "ledger_entry_never_emptied A");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        jdbc.sql("SET LOCAL session_replication_role = replica").update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void shouldBeWrittenInTheTransactionOfTheActOrNotAtAll() {
        // given
        int before = ledger.of(CASE).size();
        Act act = new Act(CASE, "somebody", "test.done", "Done.");

        // when
        transaction.executeWithoutResult(status -> {
            ledger.record(act);
            status.setRollbackOnly();
        });

        // then
        assertThat(ledger.of(CASE)).hasSize(before);
        assertThatThrownBy(() -> ledger.record(act)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldKeepARefusedActThatIsRolledBack() {
        // given
        int before = ledger.of(CASE).size();

        // when
        transaction.executeWithoutResult(status -> {
            ledger.recordApart(new Act(CASE, "somebody", "test.refused", "Not done.")
                    .because("Because.")
                    .with("n", 1));
            status.setRollbackOnly();
        });

        // then
        assertThat(ledger.of(CASE)).hasSize(before + 1).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("somebody");
            assertThat(entry.type()).isEqualTo("test.refused");
            assertThat(entry.reason()).isEqualTo("Because.");
            assertThat(entry.details()).containsEntry("n", 1);
        });
    }

    @Test
    void shouldWriteForeignTextOnOneLineOfTheLog(CapturedOutput output) {
        // given
        String foreign = "Hello\n2026-01-01 INFO forged\r\u001b[2J\u202Eevil\u2028next\u0085more <script>zażółć 🔥";

        // when
        transaction.executeWithoutResult(status -> ledger.record(new Act(CASE, "somebody", "test.done", foreign)));

        // then
        assertThat(output.getOut().lines().filter(line -> line.contains("Hello")))
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .endsWith(
                                        "somebody test.done: Hello\\u000a2026-01-01 INFO forged\\u000d\\u001b[2J\\u202eevil\\u2028next\\u0085more <script>zażółć 🔥"));
        assertThat(ledger.of(CASE)).last().extracting(LedgerEntry::sentence).isEqualTo(foreign);
    }

    @Test
    void shouldShortenWhatIsVeryLong() {
        assertThat(OneLine.of("🔥".repeat(501))).isEqualTo("🔥".repeat(500) + "…");
        assertThat(OneLine.of("🔥".repeat(500))).isEqualTo("🔥".repeat(500));
    }
}
