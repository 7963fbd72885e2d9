package io.firebreak.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept as proof stays as it is. */
@FirebreakTest
class EvidenceTest {

    private static final Actor TOOL = new Actor("communitymanager");

    @LocalServerPort
    private int port;

    @Autowired
    private Evidence evidence;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID id = UUID.randomUUID();
    private String reference;

    @BeforeEach
    void keep() {
        reference = driver.report("With evidence");
        Post post = new Post(
                id,
                "mastodon",
                "Broken! 🔥",
                "@anna",
                null,
                "https://social.example/1",
                Instant.parse("2026-01-01T10:00:00.5Z"),
                List.of());
        transaction.executeWithoutResult(status -> {
            evidence.keep(List.of(post), TOOL);
            evidence.file(List.of(id), CaseReference.parse(reference));
        });
    }

    @Test
    void shouldSealWhatItKeeps() {
        // when
        EvidenceItem item = evidence.find(List.of(id)).get(id);

        // then
        assertThat(item.text()).isEqualTo("Broken! 🔥");
        assertThat(item.keptBy()).isEqualTo("communitymanager");
        assertThat(item.caseReference()).isEqualTo(reference);
    }

    @Test
    void shouldGiveTheHashThatTheDocumentationPromises() {
        // printf '8:mastodon5:@anna0:24:2026-01-01T10:00:00.500Z24:https://social.example/112:Broken! 🔥' | sha256sum
        assertThat(evidence.find(List.of(id)).get(id).sha256())
                .isEqualTo("4c25974edb2e233e2b88d784e1499acd532aa20134c6ac365f7b33342ab66a41");
    }

    @Test
    void shouldSealWhatAPostShowsByItsHashElseByItsLink() {
        // given
        MediaLink told = new MediaLink("https://cdn.example/a.jpg?sig=1", "a".repeat(64), "A kettle");
        MediaLink untold = new MediaLink("https://cdn.example/b.mp4?sig=1#t=3", null, null);

        // when / then
        String sealed = post(told, untold).sha256();
        assertThat(post(new MediaLink("https://elsewhere.example/", "a".repeat(64), null), untold)
                        .sha256())
                .isEqualTo(sealed);
        assertThat(post(told, new MediaLink("https://cdn.example/b.mp4?sig=2", null, null))
                        .sha256())
                .isEqualTo(sealed);
        assertThat(List.of(
                        post().sha256(),
                        post(untold, told).sha256(),
                        post(told).sha256(),
                        post(told, new MediaLink("https://cdn.example/c.mp4", null, null))
                                .sha256()))
                .doesNotContain(sealed)
                .doesNotHaveDuplicates();
    }

    private static Post post(MediaLink... media) {
        return new Post(
                UUID.randomUUID(),
                "mastodon",
                "Look!",
                "@anna",
                null,
                null,
                Instant.parse("2026-01-01T10:00:00Z"),
                List.of(media));
    }

    @Test
    void shouldLetTheLawTakeWhatAPostShowsAwayAsWell() {
        // given
        MediaLink picture = new MediaLink("https://cdn.example/a.jpg", null, "My child");
        Post post = post(picture);
        transaction.executeWithoutResult(status -> {
            evidence.keep(List.of(post), TOOL);
            evidence.file(List.of(post.id()), CaseReference.parse(reference));
        });
        assertThat(evidence.get(post.id()).media()).containsExactly(picture);
        assertThat(new Web(port)
                        .get("crisislead", "/api/cases/" + reference + "/evidence")
                        .body())
                .contains("https://cdn.example/a.jpg", "My child");
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql("UPDATE firebreak.evidence SET media = '[]' WHERE id = ?")
                                .param(post.id())
                                .update()))
                .hasStackTraceContaining("are never changed or removed");

        // when
        new Web(port).post("legal", "/api/evidence/" + post.id() + "/redaction", "{\"reason\": \"Art. 17 GDPR\"}");

        // then
        assertThat(evidence.get(post.id()).media()).isEmpty();
        assertThat(evidence.get(post.id()).sha256()).isEqualTo(post.sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE firebreak.evidence SET text = 'Lovely!'",
                "UPDATE firebreak.evidence SET text = NULL",
                "UPDATE firebreak.evidence SET author_handle = '@otto'",
                "UPDATE firebreak.evidence SET url = NULL",
                "UPDATE firebreak.evidence SET sha256 = repeat('0', 64)",
                "UPDATE firebreak.evidence SET published_at = now()",
                "UPDATE firebreak.evidence SET kept_by = 'nobody'",
                "UPDATE firebreak.evidence SET kept_at = now()",
                "UPDATE firebreak.evidence SET case_reference = NULL",
                "UPDATE firebreak.evidence SET redacted_at = now(), redacted_by = 'legal', redaction_reason = 'Law'",
                "UPDATE firebreak.evidence SET text = NULL, author_handle = NULL, url = NULL, redacted_at = now()",
                "DELETE FROM firebreak.evidence",
                "TRUNCATE firebreak.evidence CASCADE"
            })
    void shouldNeverChangeOrLoseIt(String change) {
        // given
        EvidenceItem before = evidence.find(List.of(id)).get(id);

        // then
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(change).update()))
                .isInstanceOf(RuntimeException.class);
        assertThat(evidence.find(List.of(id))).containsEntry(id, before);
    }

    @Test
    void shouldHoldThatInSessionsThatReplicateAsWell() {
        assertThat(jdbc.sql(
                                """
                                SELECT concat(tgname, ' ', tgenabled) FROM pg_trigger
                                WHERE tgrelid = CAST('firebreak.evidence' AS regclass) AND NOT tgisinternal ORDER BY tgname
                                """)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "evidence_kept A",
                        "evidence_never_emptied A",
                        "evidence_never_removed A",
                        "evidence_redacted A");
    }

    @Test
    void shouldLetTheLawTakeTheContentAwayAndKeepHashAndReason() {
        // given
        Web web = new Web(port);
        EvidenceItem before = evidence.find(List.of(id)).get(id);
        String path = "/api/evidence/" + id + "/redaction";

        // when
        HttpResponse<String> lead = web.post("crisislead", path, "{\"reason\": \"I want it\"}");
        HttpResponse<String> noReason = web.post("legal", path, "{\"reason\": \" \"}");
        HttpResponse<String> legal = web.post("legal", path, "{\"reason\": \"Art. 17 GDPR, asked by the author\"}");
        HttpResponse<String> again = web.post("legal", path, "{\"reason\": \"Once more\"}");

        // then
        assertThat(lead.statusCode()).isEqualTo(403);
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(legal.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(409);
        EvidenceItem after = evidence.find(List.of(id)).get(id);
        assertThat(after.text()).isNull();
        assertThat(after.authorHandle()).isNull();
        assertThat(after.url()).isNull();
        assertThat(after.sha256()).isEqualTo(before.sha256());
        assertThat(after.redactionReason()).isEqualTo("Art. 17 GDPR, asked by the author");
        assertThat(driver.ledger(reference))
                .last()
                .extracting(LedgerEntry::type, LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly("evidence.redacted", "legal", "Art. 17 GDPR, asked by the author");
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql("UPDATE firebreak.evidence SET redaction_reason = 'Another' WHERE id = ?")
                                .param(id)
                                .update()))
                .hasStackTraceContaining("are never changed or removed");
    }

    @Test
    void shouldShowTheEvidenceOfACaseInPages() {
        // given
        Web web = new Web(port);

        // when
        HttpResponse<String> list = web.get("crisislead", "/api/cases/" + reference + "/evidence?size=1");

        // then
        assertThat(list.body()).contains(id.toString(), "Broken!", "\"total\":1");
        assertThat(web.get("crisislead", "/api/cases/" + reference + "/evidence?size=0")
                        .statusCode())
                .isEqualTo(422);
        assertThat(web.get("crisislead", "/api/cases/CR-1999-0001/evidence").statusCode())
                .isEqualTo(404);
        assertThat(web.post("legal", "/api/evidence/nonsense/redaction", "{\"reason\": \"Law\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
