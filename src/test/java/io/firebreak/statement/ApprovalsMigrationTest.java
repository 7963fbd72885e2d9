package io.firebreak.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.database.FreshDatabase;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was decided before votes were kept by role counts on. */
class ApprovalsMigrationTest {

    private final UUID approved = UUID.randomUUID();
    private final UUID sentBack = UUID.randomUUID();
    private final UUID waiting = UUID.randomUUID();
    private DriverManagerDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void beforeTheMigration() {
        Map<String, Object> settings = FreshDatabase.create();
        source = new DriverManagerDataSource(
                (String) settings.get("spring.datasource.url"),
                (String) settings.get("spring.datasource.username"),
                (String) settings.get("spring.datasource.password"));
        jdbc = JdbcClient.create(source);
        migrate("18");
        jdbc.sql(
                        """
                        INSERT INTO firebreak.crisis_case (reference, title, description, language, reported_by, received_at, phase)
                        VALUES ('CR-2026-0001', 'It', 'It.', 'en', 'carla', now(), 'RESPOND')
                        """)
                .update();
        UUID statement = UUID.randomUUID();
        jdbc.sql("INSERT INTO firebreak.statement (id, case_reference, created_at) VALUES (?, 'CR-2026-0001', now())")
                .param(statement)
                .update();
        addVersion(statement, sentBack, 1);
        addVersion(statement, approved, 2);
        addVersion(statement, waiting, 3);
        decide(sentBack, false);
        decide(approved, true);
    }

    private void addVersion(UUID statement, UUID id, int number) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement_version
                          (id, statement_id, number, language, title, body, apology, sha256, written_by, written_at)
                        VALUES (?, ?, ?, 'en', 'T', 'B', false, 'seal', 'anna', now())
                        """)
                .params(id, statement, number)
                .update();
    }

    private void decide(UUID version, boolean agreed) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement_decision (version_id, sha256, approved, comments, decided_by, decided_at)
                        VALUES (?, 'seal', ?, 'Read.', 'zofia', now())
                        """)
                .params(version, agreed)
                .update();
    }

    @Test
    void shouldKeepWhatWasDecidedAndAskForWhatWaits() {
        // when
        migrate("21");

        // then
        VersionStore versions = new VersionStore(jdbc, new PictureStore(jdbc), new ApprovalStore(jdbc));
        assertThat(versions.versionsOf("CR-2026-0001"))
                .extracting(StatementVersion::id, StatementVersion::isApproved)
                .containsExactly(tuple(sentBack, false), tuple(approved, true), tuple(waiting, false));
        assertThat(versions.versionsOf("CR-2026-0001").get(0).decision())
                .satisfies(decision -> assertThat(decision.decidedBy()).isEqualTo("zofia"));
        assertThat(versions.versionsOf("CR-2026-0001").get(2).agreement().openSeats())
                .singleElement()
                .satisfies(seat -> assertThat(seat.roles()).containsExactly("crisislead", "legal"));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .schemas("firebreak")
                .defaultSchema("firebreak")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
