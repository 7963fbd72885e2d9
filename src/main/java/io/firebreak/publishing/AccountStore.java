package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import io.firebreak.publishing.channel.AccountMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What all nodes know together about the accounts: how much may be sent now, and whether it makes sense to try. */
@Repository
class AccountStore {

    /** After so many failures in a row an account is left alone for a while. */
    static final int FAILURES_TO_OPEN = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;
    private final TransactionTemplate apart;

    AccountStore(JdbcClient jdbc, SecretBox box, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    AccountMemory memoryOf(String account) {
        return new SharedAccountMemory(account, this, box, apart);
    }

    /**
     * How an account is doing.
     *
     * @param restUntil the server asked for a pause; null when it did not
     * @param openUntil nothing is tried before then, because it failed too often; null when it works
     */
    record Condition(double tokens, Instant refilledAt, Instant restUntil, int failures, Instant openUntil) {

        boolean restsAt(Instant now) {
            return restUntil != null && restUntil.isAfter(now);
        }
    }

    Optional<Condition> conditionOf(String account) {
        return jdbc.sql("SELECT * FROM firebreak.channel_account WHERE name = ?")
                .param(account)
                .query(AccountStore::condition)
                .optional();
    }

    /**
     * Takes the right to make calls, at most so many, out of the budget that all nodes share. Until the caller's
     * transaction ends, no other node takes any for this account.
     */
    int take(ChannelAccount account, int wanted) {
        Instant now = clock.instant();
        Condition condition = lock(account, now);
        if (condition.restsAt(now)) {
            return 0;
        }
        int allowed = condition.openUntil() == null ? wanted : toTryOut(account, condition, now);
        double available = refilled(account.settings(), condition, now);
        int taken = (int) Math.min(allowed, Math.floor(available));
        if (taken > 0) {
            save(account.name(), available - taken, now);
        }
        return taken;
    }

    /** Gives back what was taken and not used, in the same transaction. */
    void giveBack(ChannelAccount account, int taken, int used) {
        if (used < taken) {
            jdbc.sql("UPDATE firebreak.channel_account SET tokens = tokens + ? WHERE name = ?")
                    .params(taken - used, account.name())
                    .update();
        }
        if (used == 0) {
            // whoever was to go first did not go: the next one does
            jdbc.sql(
                            """
                            UPDATE firebreak.channel_account SET open_until = :now,
                              failures = CASE WHEN failures > :toOpen THEN failures - 1 ELSE failures END
                            WHERE name = :name AND open_until IS NOT NULL
                            """)
                    .param("now", Timestamps.of(clock.instant()))
                    .param("toOpen", FAILURES_TO_OPEN)
                    .param("name", account.name())
                    .update();
        }
    }

    private Condition lock(ChannelAccount account, Instant now) {
        return findForUpdate(account.name()).orElseGet(() -> {
            jdbc.sql(
                            """
                            INSERT INTO firebreak.channel_account (name, tokens, refilled_at) VALUES (?, ?, ?)
                            ON CONFLICT (name) DO NOTHING
                            """)
                    .params(account.name(), (double) account.settings().budget(), Timestamps.of(now))
                    .update();
            return findForUpdate(account.name()).orElseThrow();
        });
    }

    private Optional<Condition> findForUpdate(String account) {
        return jdbc.sql("SELECT * FROM firebreak.channel_account WHERE name = ? FOR UPDATE")
                .param(account)
                .query(AccountStore::condition)
                .optional();
    }

    /** When the pause is over, one goes first; the others wait for what becomes of it. */
    private int toTryOut(ChannelAccount account, Condition condition, Instant now) {
        if (condition.openUntil().isAfter(now)) {
            return 0;
        }
        Instant decidedBy = now.plus(account.account().timeout()).plusSeconds(5);
        jdbc.sql(
                        """
                        UPDATE firebreak.channel_account SET open_until = :decidedBy,
                          failures = CASE WHEN failures >= :toOpen THEN failures + 1 ELSE failures END
                        WHERE name = :name
                        """)
                .param("decidedBy", Timestamps.of(decidedBy))
                .param("toOpen", FAILURES_TO_OPEN)
                .param("name", account.name())
                .update();
        return 1;
    }

    private static double refilled(AccountProperties settings, Condition condition, Instant now) {
        double periods = Duration.between(condition.refilledAt(), now).toMillis()
                / (double) settings.budgetPeriod().toMillis();
        return Math.min(settings.budget(), condition.tokens() + Math.max(0, periods) * settings.budget());
    }

    private void save(String account, double tokens, Instant now) {
        jdbc.sql(
                        "UPDATE firebreak.channel_account SET tokens = ?, refilled_at = greatest(refilled_at, ?) WHERE name = ?")
                .params(tokens, Timestamps.of(now), account)
                .update();
    }

    /** It works again; a pause that the server asked for stays, and one goes first after it. */
    void succeeded(String account) {
        jdbc.sql(
                        """
                        UPDATE firebreak.channel_account SET failures = 0,
                          open_until = CASE WHEN rest_until > :now THEN open_until END
                        WHERE name = :name AND (failures > 0 OR open_until IS NOT NULL)
                        """)
                .param("now", Timestamps.of(clock.instant()))
                .param("name", account)
                .update();
    }

    /**
     * Counts a failure. Many calls that fail at once are one failure of the server: once it is left alone, only whoever
     * is sent ahead makes the pause longer.
     *
     * @return whether this was the failure that made us leave the account alone
     */
    boolean failed(String account) {
        boolean opened = jdbc.sql(
                        """
                        UPDATE firebreak.channel_account SET failures = failures + 1
                        WHERE name = ? AND failures < ? RETURNING failures
                        """)
                .params(account, FAILURES_TO_OPEN)
                .query(Integer.class)
                .optional()
                .filter(failures -> failures == FAILURES_TO_OPEN)
                .isPresent();
        conditionOf(account)
                .map(Condition::failures)
                .filter(failures -> failures >= FAILURES_TO_OPEN)
                .ifPresent(failures -> leaveAlone(account, pauseAfter(failures)));
        return opened;
    }

    private void leaveAlone(String account, Duration pause) {
        jdbc.sql("UPDATE firebreak.channel_account SET open_until = greatest(open_until, ?) WHERE name = ?")
                .params(Timestamps.of(clock.instant().plus(pause)), account)
                .update();
    }

    private static Duration pauseAfter(int failures) {
        int doublings = Math.min(failures - FAILURES_TO_OPEN, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Nothing is sent before then, and then one to try: a server that is still busy is not to be asked by all at once. */
    void restUntil(String account, Instant moment) {
        jdbc.sql(
                        """
                        UPDATE firebreak.channel_account SET rest_until = greatest(rest_until, :moment),
                          open_until = greatest(open_until, :moment)
                        WHERE name = :name
                        """)
                .param("moment", Timestamps.of(moment))
                .param("name", account)
                .update();
    }

    Optional<byte[]> secretOf(String account) {
        return jdbc.sql("SELECT secret FROM firebreak.channel_account WHERE name = ? AND secret IS NOT NULL")
                .param(account)
                .query((row, number) -> row.getBytes("secret"))
                .optional();
    }

    /** Not the row's own lock: a server that renews slowly must not keep others from reading the budget. */
    void lockSecretOf(String account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('firebreak.secret:' || ?, 0))")
                .param(account)
                .query((row, number) -> 1)
                .list();
    }

    void saveSecret(String account, byte[] secret) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.channel_account (name, tokens, refilled_at, secret) VALUES (:name, 'infinity', :now, :secret)
                        ON CONFLICT (name) DO UPDATE SET secret = excluded.secret
                        """)
                .param("name", account)
                .param("now", Timestamps.of(clock.instant()))
                .param("secret", secret)
                .update();
    }

    private static Condition condition(ResultSet row, int number) throws SQLException {
        return new Condition(
                row.getDouble("tokens"),
                Timestamps.read(row, "refilled_at"),
                Timestamps.read(row, "rest_until"),
                row.getInt("failures"),
                Timestamps.read(row, "open_until"));
    }
}
