package io.firebreak.faults;

import io.firebreak.rule.Fingerprint;
import io.firebreak.statement.Agreement;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.Required;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Vote;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts cases with an approved statement and its queued publications straight into the tables, thousands in a second,
 * as the process leaves them behind: the gate must find nothing to complain about.
 */
final class Approved {

    /** Far above all that the application numbers itself. */
    private static final int FIRST_NUMBER = 100_001;

    private final List<String> accounts;
    private int next = FIRST_NUMBER;

    Approved(List<String> accounts) {
        this.accounts = new ArrayList<>(accounts);
        this.accounts.sort(String::compareTo);
    }

    int accounts() {
        return accounts.size();
    }

    /**
     * What was put in.
     *
     * @param begin no publication of it is older
     */
    record Batch(int firstNumber, int lastNumber, Instant begin) {

        List<String> references() {
            return IntStream.rangeClosed(firstNumber, lastNumber)
                    .mapToObj(Approved::reference)
                    .toList();
        }
    }

    /** Adds so many cases, each with a publication on every account, all due now, in one transaction. */
    Batch add(DataSource database, int cases) {
        int first = next;
        next += cases;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<StatementVersion> versions = new ArrayList<>();
        for (int number = first; number < next; number++) {
            versions.add(version(reference(number), now));
        }
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(status -> new Rows(new JdbcTemplate(database), now).insert(first, versions));
        return new Batch(first, next - 1, now);
    }

    private static String reference(int number) {
        return "CR-2026-" + number;
    }

    private StatementVersion version(String reference, Instant now) {
        StatementText text =
                new StatementText("en", "We checked it", "We are sorry for " + reference + ".", false, null);
        List<Rendering> renderings = accounts.stream()
                .map(account -> rendering(Outside.name(reference, account), account))
                .toList();
        StatementVersion unsealed = new StatementVersion(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                text,
                renderings,
                "",
                "spokesperson",
                now,
                Set.of("spokesperson"),
                Agreement.NONE);
        return new StatementVersion(
                unsealed.id(),
                unsealed.statementId(),
                1,
                text,
                renderings,
                unsealed.seal(),
                "spokesperson",
                now,
                unsealed.authors(),
                agreed(unsealed.seal(), now));
    }

    private static Agreement agreed(String seal, Instant now) {
        return new Agreement(
                List.of(new Required(1, "legal", Required.Needs.ANY)),
                List.of(new Vote(1, "legal", true, false, seal, null, null, "legal", now, null)));
    }

    /** In the writing of the account's channel. */
    private static Rendering rendering(String name, String account) {
        String body = "This is what we know about " + name + ".";
        String payload =
                switch (account) {
                    case "wordpress" ->
                        "{\"title\":\"We checked it\",\"text\":\"<p dir=\\\"auto\\\">" + body + "</p>\"}";
                    case "mail" ->
                        "{\"subject\":\"We checked it\",\"text\":\"" + body + "\",\"html\":\"<p>" + body + "</p>\"}";
                    default -> "";
                };
        String text = account.equals("wordpress") || account.equals("mail") ? "We checked it\n\n" + body : body;
        return new Rendering(account, 1, text, payload, List.of());
    }

    /** The inserts of one batch. */
    private record Rows(JdbcTemplate jdbc, Instant now) {

        void insert(int firstNumber, List<StatementVersion> versions) {
            Timestamp at = Timestamp.from(now);
            List<Object[]> cases = new ArrayList<>();
            List<Object[]> statements = new ArrayList<>();
            List<Object[]> texts = new ArrayList<>();
            List<Object[]> authors = new ArrayList<>();
            List<Object[]> rounds = new ArrayList<>();
            List<Object[]> votes = new ArrayList<>();
            List<Object[]> renderings = new ArrayList<>();
            List<Object[]> publications = new ArrayList<>();
            for (StatementVersion version : versions) {
                String reference = reference(firstNumber + cases.size());
                cases.add(new Object[] {reference, at, at, at});
                statements.add(new Object[] {version.statementId(), reference, at});
                texts.add(new Object[] {
                    version.id(),
                    version.statementId(),
                    version.text().title(),
                    version.text().body(),
                    version.sha256(),
                    version.writtenBy(),
                    at
                });
                authors.add(new Object[] {version.id(), version.writtenBy()});
                rounds.add(new Object[] {version.id(), at});
                votes.add(new Object[] {
                    version.id(), version.sha256(), version.decision().decidedBy(), at
                });
                for (Rendering rendering : version.renderings()) {
                    renderings.add(
                            new Object[] {version.id(), rendering.channel(), rendering.text(), rendering.payload()});
                    publications.add(publication(version, rendering.channel(), publications.size()));
                }
            }
            jdbc.batchUpdate(
                    """
                    INSERT INTO firebreak.crisis_case (reference, title, description, language, reported_by, received_at,
                      phase, severity, cool_down_ends_at, statement_due_at)
                    VALUES (?, 'It happened', 'It happened.', 'en', 'communitymanager', ?, 'RESPOND', 'S3', ?, ?)
                    """,
                    cases);
            jdbc.batchUpdate(
                    "INSERT INTO firebreak.statement (id, case_reference, created_at) VALUES (?, ?, ?)", statements);
            jdbc.batchUpdate(
                    """
                    INSERT INTO firebreak.statement_version
                      (id, statement_id, number, language, title, body, apology, sha256, written_by, written_at)
                    VALUES (?, ?, 1, 'en', ?, ?, false, ?, ?, ?)
                    """,
                    texts);
            jdbc.batchUpdate("INSERT INTO firebreak.statement_author (version_id, user_id) VALUES (?, ?)", authors);
            jdbc.batchUpdate(
                    """
                    INSERT INTO firebreak.rendering (version_id, channel, part, text, payload, pictures)
                    VALUES (?, ?, 1, ?, ?, '{}')
                    """,
                    renderings);
            jdbc.batchUpdate(
                    """
                    WITH round AS (
                      INSERT INTO firebreak.approval_round (version_id, severity, decided_at) VALUES (?, 'S3', ?) RETURNING id)
                    INSERT INTO firebreak.approval_needed (round_id, step, role, needs) SELECT id, 1, 'legal', 'ANY' FROM round
                    """,
                    rounds);
            jdbc.batchUpdate(
                    """
                    INSERT INTO firebreak.approval_vote (version_id, role, agreed, sha256, voted_by, voted_at)
                    VALUES (?, 'legal', true, ?, ?, ?)
                    """,
                    votes);
            jdbc.batchUpdate(
                    """
                    INSERT INTO firebreak.publication (id, version_id, channel, audience, part, parts, addressee, key, sha256,
                      apology, created_at, not_before, state)
                    VALUES (?, ?, ?, 'PUBLIC', 1, 1, ?, ?, ?, false, ?, ?, 'PENDING')
                    """,
                    publications);
        }

        /** Each in a microsecond of its own, as people's are. */
        private Object[] publication(StatementVersion version, String account, int position) {
            String addressee = account.equals("mail") ? "ann@press.example" : "";
            Timestamp createdAt = Timestamp.from(now.plus(position, ChronoUnit.MICROS));
            return new Object[] {
                UUID.randomUUID(),
                version.id(),
                account,
                addressee,
                Fingerprint.of(List.of(version.id().toString(), account, "1", addressee)),
                version.sha256(),
                createdAt,
                createdAt
            };
        }
    }
}
