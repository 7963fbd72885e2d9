package io.firebreak.publishing.channel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One account on a personal data server of the AT Protocol, with the answers that the real one gives. A record that is
 * written again unchanged is the same record.
 */
public final class BlueskySimulator extends SimulatedServer {

    public static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    public static final String DID = "did:plc:simulated";
    private static final String XRPC = "/xrpc/com.atproto.";

    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private final Set<String> accessTokens = new HashSet<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private String handle = "brand.test";
    private boolean isActive = true;
    private int tokens;

    public BlueskySimulator() {
        this(0);
    }

    public BlueskySimulator(int port) {
        super(port);
    }

    public synchronized String handle() {
        return handle;
    }

    public synchronized void rename(String newHandle) {
        handle = newHandle;
    }

    public synchronized void deactivate() {
        isActive = false;
    }

    /** Two hours pass: sessions must be refreshed. */
    public synchronized void expireSessions() {
        accessTokens.clear();
    }

    /** Three months pass: sessions must be made anew. */
    public synchronized void expireRefreshing() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    /** Somebody writes another text into a post. */
    public synchronized void change(String uri, String text) {
        JsonNode record = records.get(recordKey(uri)).deepCopy();
        records.put(recordKey(uri), ((ObjectNode) record).put("text", text));
    }

    /** Somebody takes a post away. */
    public synchronized void remove(String uri) {
        records.remove(recordKey(uri));
    }

    /** The record as it was written; null when there is none. */
    public synchronized JsonNode record(String uri) {
        return records.get(recordKey(uri));
    }

    @Override
    protected boolean publishes(Request request) {
        return request.is("POST", XRPC + "repo.putRecord");
    }

    @Override
    protected Reply handle(Request request) throws IOException {
        if (!request.path().startsWith(XRPC)) {
            return Reply.html(404, "<p>Cannot " + request.method() + " " + request.path());
        }
        return switch (request.path().substring(XRPC.length())) {
            case "server.createSession" -> createSession(request.json());
            case "server.refreshSession" ->
                refreshTokens.remove(request.bearer())
                        ? Reply.json(200, session())
                        : error(400, "ExpiredToken", "Token has been revoked: " + request.bearer());
            case "repo.getRecord" -> getRecord(request.query().get("rkey"));
            default ->
                accessTokens.contains(request.bearer())
                        ? signedIn(request)
                        : error(400, "ExpiredToken", "Token has expired");
        };
    }

    /** As a bad server would: it repeats the token. */
    @Override
    protected Reply unauthorized(Request request) {
        return error(
                401,
                "AuthMissing",
                request.bearer() == null ? "Authentication Required" : "Invalid token " + request.bearer());
    }

    private Reply signedIn(Request request) throws IOException {
        return switch (request.path().substring(XRPC.length())) {
            case "server.getSession" ->
                Reply.json(200, Map.of("did", DID, "handle", handle, "active", isActive, "status", "deactivated"));
            case "repo.uploadBlob" -> Reply.json(200, Map.of("blob", blob(request)));
            case "repo.putRecord" -> putRecord(request.json());
            default -> error(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private Reply createSession(JsonNode body) {
        boolean isKnown = body.path("identifier").asText().equals(handle)
                && body.path("password").asText().equals(PASSWORD);
        return isKnown
                ? Reply.json(200, session())
                : error(
                        401,
                        "AuthenticationRequired",
                        "Invalid identifier or password "
                                + body.path("password").asText());
    }

    private Map<String, Object> session() {
        String access = "eyJhbGciOi.access." + ++tokens;
        String refresh = "eyJhbGciOi.refresh." + tokens;
        accessTokens.add(access);
        refreshTokens.add(refresh);
        return Map.of(
                "did",
                DID,
                "handle",
                handle,
                "accessJwt",
                access,
                "refreshJwt",
                refresh,
                // an invitation to take the password elsewhere
                "didDoc",
                Map.of("service", List.of(Map.of("serviceEndpoint", "http://localhost:" + port()))));
    }

    private static Map<String, Object> blob(Request request) {
        return Map.of(
                "$type",
                "blob",
                "ref",
                Map.of("$link", "bafkrei" + hash(request.body())),
                "mimeType",
                request.header("Content-Type"),
                "size",
                request.body().length);
    }

    private Reply putRecord(JsonNode body) {
        String recordKey = body.path("rkey").asText();
        JsonNode record = body.path("record");
        if (!recordKey.matches("[234567abcdefghij][234567a-z]{12}")) {
            return error(400, "InvalidRequest", "Invalid record key");
        }
        if (records.containsKey(recordKey) && body.path("swapRecord").isNull()) {
            return error(400, "InvalidSwap", "Record was at " + cid(records.get(recordKey)));
        }
        JsonNode before = records.put(recordKey, record);
        if (!record.equals(before)) {
            accept(accepted(recordKey, record));
        }
        return Reply.json(200, Map.of("uri", uri(recordKey), "cid", cid(record)));
    }

    private Reply getRecord(String recordKey) {
        JsonNode record = records.get(recordKey);
        return record == null
                ? error(400, "RecordNotFound", "Could not locate record: " + uri(recordKey))
                : Reply.json(200, Map.of("uri", uri(recordKey), "cid", cid(record), "value", record));
    }

    private static AcceptedPost accepted(String recordKey, JsonNode record) {
        List<String> altTexts = new ArrayList<>();
        record.path("embed")
                .path("images")
                .forEach(image -> altTexts.add(image.path("alt").asText()));
        return new AcceptedPost(
                recordKey,
                uri(recordKey),
                record.path("text").asText(),
                record.path("langs").path(0).asText(null),
                altTexts,
                record.path("reply").path("parent").path("uri").asText(null),
                "");
    }

    private static String uri(String recordKey) {
        return "at://" + DID + "/app.bsky.feed.post/" + recordKey;
    }

    private static String recordKey(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static String cid(JsonNode record) {
        return "bafyrei" + hash(record.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 40);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java knows SHA-256", impossible);
        }
    }

    private static Reply error(int status, String name, String message) {
        return Reply.json(status, Map.of("error", name, "message", message));
    }
}
