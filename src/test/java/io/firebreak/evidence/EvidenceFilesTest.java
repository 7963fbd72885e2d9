package io.firebreak.evidence;

import static io.firebreak.support.SampleFiles.pdf;
import static io.firebreak.support.SampleFiles.png;
import static io.firebreak.support.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Files that people hand in as proof: what is taken, how it is kept, how it is handed out. */
@FirebreakTest
class EvidenceFilesTest {

    private static final Actor ANNA = new Actor("communitymanager");
    private static final String BYTES = "application/octet-stream";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private Evidence evidence;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private FileStore fileStore;

    @Autowired
    private Cases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    private Web web;
    private String brand;
    private String reference;
    private String address;

    @BeforeEach
    void report() {
        web = new Web(port);
        brand = "Brand " + UUID.randomUUID();
        reference = driver.reportAbout(brand, "With files");
        address = "/api/cases/" + reference + "/evidence/files";
    }

    @Test
    void shouldGiveBackWhatItTookByteForByte() throws Exception {
        // given
        byte[] screenshot = png(0x112233);

        // when
        HttpResponse<byte[]> answer = upload("?name=Kettle%20%F0%9F%94%A5.png&shows=The%20broken%20kettle", screenshot);
        String id = body(answer).get("id").asText();
        HttpResponse<byte[]> file = web.sendBytes("crisislead", "GET", "/api/evidence/" + id + "/file", null);

        // then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/evidence/" + id);
        assertThat(file.body()).isEqualTo(screenshot);
        JsonNode item =
                json.readTree(web.get("crisislead", "/api/evidence/" + id).body());
        assertThat(item.get("text").asText()).isEqualTo("The broken kettle");
        assertThat(item.get("keptBy").asText()).isEqualTo("communitymanager");
        assertThat(item.at("/file/name").asText()).isEqualTo("Kettle 🔥.png");
        assertThat(item.at("/file/size").asInt()).isEqualTo(screenshot.length);
        assertThat(item.get("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(screenshot)));
        assertThat(driver.ledger(reference))
                .last()
                .extracting(LedgerEntry::type, LedgerEntry::actor)
                .containsExactly("evidence.fileKept", "communitymanager");
    }

    @Test
    void shouldLetBrowsersShowPicturesAndSaveAllElse() {
        // given
        UUID picture = keep(png(0x223344), "shot.png").item().id();
        UUID paper = keep(pdf("Paper of " + reference), "paper.pdf").item().id();
        UUID chat = keep(text("Chat of " + reference), "chat.html").item().id();

        // then
        assertHeaders(picture, "image/png", "inline;");
        assertHeaders(paper, "application/pdf", "attachment;");
        assertHeaders(chat, "text/plain;charset=UTF-8", "attachment;");
    }

    private void assertHeaders(UUID id, String type, String disposition) {
        HttpResponse<byte[]> file = web.sendBytes("legal", "GET", "/api/evidence/" + id + "/file", null);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).get().asString().startsWith(type);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith(disposition);
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'; sandbox");
    }

    @Test
    void shouldKeepTheSameBytesOnce() {
        // when
        HttpResponse<byte[]> first = upload("?name=a.png&shows=First", png(0x334455));
        HttpResponse<byte[]> again = upload("?name=b.png&shows=Second", png(0x334455));

        // then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(body(again).get("id")).isEqualTo(body(first).get("id"));
        assertThat(files.of(CaseReference.parse(reference))).hasSize(1);
    }

    @Test
    void shouldKeepTheSameBytesOnceWhenManyHandThemInAtOnce() {
        // when
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> upload("?shows=At%20once", png(0x445566)).statusCode()))
                .toList();

        // then
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .allMatch(status -> status == 200 || status == 201);
        assertThat(files.of(CaseReference.parse(reference))).hasSize(1);
    }

    @Test
    void shouldTieAFileToAPostOfTheSameCaseOnly() {
        // given
        UUID post = keepPost(reference);
        UUID postOfAnother = keepPost(driver.report("Another"));

        // when
        HttpResponse<byte[]> tied = upload("?shows=It&about=" + post, png(0x556677));
        HttpResponse<byte[]> wrong = upload("?shows=It&about=" + postOfAnother, png(0x556678));

        // then
        assertThat(body(tied).get("about").asText()).isEqualTo(post.toString());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(sentence(wrong)).contains("has no post with this id");
    }

    @Test
    void shouldSayWhatToDoWithWhatItDoesNotTake() {
        assertRefused(upload("?shows=It", text("<html></html>")), 422, "is no PNG, JPEG or WebP picture");
        assertRefused(upload("?shows=It", new byte[0]), 422, "The file is empty");
        assertRefused(upload("", png(1)), 422, "What the file shows is missing");
        assertRefused(upload("?shows=It&about=nonsense", png(1)), 404, "There is no evidence with this id");
        assertRefused(
                upload("?shows=It", new byte[EvidenceFiles.MAXIMUM_BYTES + 1]),
                413,
                "at most 10,485,760 bytes are taken");
        assertThat(web.sendBytes("communitymanager", "POST", address + "?shows=It", png(1), "Content-Type", "image/png")
                        .statusCode())
                .isEqualTo(415);
        assertThat(files.of(CaseReference.parse(reference))).isEmpty();
    }

    @Test
    void shouldTakeTheLargestFileThatItPromises() {
        // given
        byte[] text = new byte[EvidenceFiles.MAXIMUM_BYTES];
        Arrays.fill(text, (byte) 'a');

        // then
        assertThat(upload("?shows=Much", text).statusCode()).isEqualTo(201);
    }

    @Test
    void shouldTakeAndHandOutFilesForStaffAlone() {
        // given
        UUID id = keep(png(0x667788), "shot.png").item().id();
        String file = "/api/evidence/" + id + "/file";

        // then
        assertThat(web.sendBytes("admin", "GET", file, null).statusCode()).isEqualTo(403);
        assertThat(web.sendBytes("designer", "GET", file, null).statusCode()).isEqualTo(403);
        assertThat(web.sendBytes("designer", "POST", address + "?shows=It", png(1), "Content-Type", BYTES)
                        .statusCode())
                .isEqualTo(403);
        assertThat(web.get(null, file).statusCode()).isEqualTo(401);
        assertThat(web.get("areaowner", "/api/evidence/" + keepPost(reference) + "/file")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldEndAtTheNumberOfFilesThatACaseTakes() {
        // given
        jdbc.sql(
                        """
                        WITH made AS (INSERT INTO firebreak.evidence (id, case_reference, kind, source, text, sha256, kept_by, kept_at)
                          SELECT gen_random_uuid(), ?, 'FILE', 'file', 'Many', encode(sha256(convert_to(n::text, 'UTF8')), 'hex'),
                            'communitymanager', now() FROM generate_series(1, 200) n RETURNING id)
                        INSERT INTO firebreak.evidence_file (id, name, media_type, size, bytes)
                          SELECT id, 'a.txt', 'text/plain', 1, convert_to('a', 'UTF8') FROM made
                        """)
                .param(reference)
                .update();

        // then
        assertRefused(
                upload("?shows=One%20more", png(1)), 409, "has 200 files already, which is as many as a case takes");
    }

    @Test
    void shouldEndAtTheSizeThatTheFilesOfACaseTake() {
        // given
        EvidenceFiles narrow = narrowTo(1_000);

        // when
        transaction.execute(status -> narrow.keep(
                CaseReference.parse(reference), new NewFile("a.txt", "Small", null, text("a".repeat(900))), ANNA));

        // then
        assertThatThrownBy(() -> transaction.execute(status -> narrow.keep(
                        CaseReference.parse(reference),
                        new NewFile("b.txt", "More", null, text("b".repeat(101))),
                        ANNA)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than the 1,000 that a case takes");
    }

    private EvidenceFiles narrowTo(int bytes) {
        return new EvidenceFiles(
                store, fileStore, cases, new EvidenceProperties(10, DataSize.ofBytes(bytes)), ledger, clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE firebreak.evidence_file SET bytes = NULL, name = NULL",
                "UPDATE firebreak.evidence_file SET bytes = convert_to(repeat('x', size), 'UTF8')",
                "UPDATE firebreak.evidence_file SET name = 'other.png'",
                "UPDATE firebreak.evidence_file SET media_type = 'text/plain'",
                "UPDATE firebreak.evidence_file SET size = size + 1",
                "UPDATE firebreak.evidence SET about = gen_random_uuid()",
                "UPDATE firebreak.evidence SET kind = 'POST', published_at = now()",
                "DELETE FROM firebreak.evidence_file",
                "TRUNCATE firebreak.evidence_file"
            })
    void shouldNeverChangeOrLoseAFile(String change) {
        // given
        byte[] bytes = png(0x778899);
        UUID id = keep(bytes, "shot.png").item().id();

        // then
        assertThatThrownBy(() -> jdbc.sql(change + (change.startsWith("UPDATE") ? " WHERE id = '" + id + "'" : ""))
                        .update())
                .isInstanceOf(RuntimeException.class);
        assertThat(files.content(id).bytes()).isEqualTo(bytes);
    }

    @Test
    void shouldHoldThatInSessionsThatReplicateAsWell() {
        assertThat(jdbc.sql(
                                """
                                SELECT concat(tgname, ' ', tgenabled) FROM pg_trigger
                                WHERE tgrelid = CAST('firebreak.evidence_file' AS regclass) AND NOT tgisinternal ORDER BY tgname
                                """)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "evidence_file_kept A", "evidence_file_never_emptied A", "evidence_file_never_removed A");
    }

    @Test
    void shouldLetTheLawTakeAFileAwayAndKeepHashAndReason() {
        // given
        byte[] bytes = pdf("Private " + reference);
        EvidenceItem before = keep(bytes, "anna-smith.pdf").item();
        String redaction = "/api/evidence/" + before.id() + "/redaction";

        // when
        List<Integer> statuses = Stream.of("legal", "legal", "legal", "crisislead", "admin")
                .map(user ->
                        CompletableFuture.supplyAsync(() -> web.post(user, redaction, "{\"reason\": \"Art. 17 GDPR\"}")
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(statuses.subList(0, 3)).containsExactlyInAnyOrder(200, 409, 409);
        assertThat(statuses.subList(3, 5)).containsOnly(403);
        EvidenceItem after = evidence.get(before.id());
        assertThat(after.sha256()).isEqualTo(before.sha256());
        assertThat(after.redactedBy()).isEqualTo("legal");
        assertThat(after.redactionReason()).isEqualTo("Art. 17 GDPR");
        assertThat(after.file()).isEqualTo(new FileFacts(null, "application/pdf", bytes.length));
        assertThat(after.text()).isNull();
        assertThat(jdbc.sql("SELECT bytes FROM firebreak.evidence_file WHERE id = ?")
                        .param(before.id())
                        .query()
                        .singleRow())
                .containsEntry("bytes", null);
        assertThat(driver.ledger(reference).toString()).doesNotContain("anna-smith");
        assertRefused(
                web.sendBytes("legal", "GET", "/api/evidence/" + before.id() + "/file", null), 409, "Art. 17 GDPR");
        assertRefused(upload("?shows=Again", bytes), 409, "Art. 17 GDPR");
    }

    @Test
    void shouldMoveFilesWithACaseThatIsMerged() {
        // given
        byte[] bytes = png(0x8899aa);
        UUID id = keep(bytes, "shot.png").item().id();
        String into = driver.reportAbout(brand, "The one that goes on");

        // when
        HttpResponse<String> merged = web.post(
                "crisislead",
                "/api/cases/" + reference + "/merge",
                "{\"into\": \"%s\", \"reason\": \"The same\"}".formatted(into),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        // then
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        assertThat(evidence.get(id).caseReference()).isEqualTo(into);
        assertRefused(upload("?shows=Late", png(1)), 409, "was merged into " + into);
    }

    @Test
    void shouldListFilesApartFromPosts() throws Exception {
        // given
        keepPost(reference);
        UUID id = keep(png(0x99aabb), "shot.png").item().id();

        // when
        JsonNode onlyFiles = json.readTree(web.get("crisislead", "/api/cases/" + reference + "/evidence?kind=FILE")
                .body());
        JsonNode all = json.readTree(
                web.get("crisislead", "/api/cases/" + reference + "/evidence").body());

        // then
        assertThat(onlyFiles.get("total").asInt()).isEqualTo(1);
        assertThat(onlyFiles.at("/evidence/0/id").asText()).isEqualTo(id.toString());
        assertThat(all.get("total").asInt()).isEqualTo(2);
    }

    private KeptFile keep(byte[] bytes, String name) {
        return files.keep(CaseReference.parse(reference), new NewFile(name, "It", null, bytes), ANNA);
    }

    private UUID keepPost(String caseReference) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            evidence.keep(
                    List.of(new Post(
                            id,
                            "mastodon",
                            "Broken!",
                            "@anna",
                            null,
                            null,
                            Instant.parse("2026-01-01T10:00:00Z"),
                            List.of())),
                    ANNA);
            evidence.file(List.of(id), CaseReference.parse(caseReference));
        });
        return id;
    }

    private HttpResponse<byte[]> upload(String query, byte[] bytes) {
        return web.sendBytes("communitymanager", "POST", address + query, bytes, "Content-Type", BYTES);
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(sentence(answer)).isEqualTo(status);
        assertThat(sentence(answer)).contains(sentence);
    }
}
