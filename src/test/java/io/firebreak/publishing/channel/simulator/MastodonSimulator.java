package io.firebreak.publishing.channel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.TextSpans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One account on a Mastodon server as its documentation describes it: a status that comes again with the same {@code
 * Idempotency-Key} is not published again. Pictures are ready at the second look.
 */
public final class MastodonSimulator extends SimulatedServer {

    public static final String TOKEN = "token-of-the-simulated-account";
    private static final String ACCOUNT_ID = "109";
    private static final Pattern DESCRIPTION =
            Pattern.compile("name=\"description\"\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
    private static final int USUAL_PAGE = 20;
    private static final int LONGEST_PAGE = 40;

    private final List<Status> statuses = new ArrayList<>();
    private final Map<String, String> elsewhere = new ConcurrentHashMap<>();
    private final Map<String, Status> byKey = new HashMap<>();
    private final Map<String, String> pictures = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private boolean ignoresKeys;
    private boolean ignoresWhatIsGone;
    private boolean tellsLimits = true;
    private boolean spendsItsLimit;
    private boolean finishesPictures = true;
    private String movedTo;

    public MastodonSimulator() {
        this(0);
    }

    public MastodonSimulator(int port) {
        super(port);
    }

    /** From now on like servers that have never heard of the Idempotency-Key. */
    public synchronized void ignoreKeys() {
        ignoresKeys = true;
    }

    /** From now on like a server that knows neither form of {@code /instance}. */
    public synchronized void tellNoLimits() {
        tellsLimits = false;
    }

    /** From now on every answer says that it was the last one for ten minutes. */
    public synchronized void spendItsLimit() {
        spendsItsLimit = true;
    }

    /** From now on no picture is ever ready. */
    public synchronized void neverFinishPictures() {
        finishesPictures = false;
    }

    /** Of all posts, the oldest first. */
    public synchronized List<String> visibilities() {
        return statuses.stream().map(Status::visibility).toList();
    }

    /** From now on an answer to what is gone becomes a post of its own, as on snac2. */
    public synchronized void ignoreWhatIsGone() {
        ignoresWhatIsGone = true;
    }

    public synchronized void moveTo(String account) {
        movedTo = account;
    }

    /** Somebody writes another text into a post. */
    public synchronized void change(String id, String text) {
        statuses.replaceAll(status -> status.id().equals(id) ? status.with(text) : status);
    }

    /** Somebody takes a post away. */
    public synchronized void remove(String id) {
        statuses.removeIf(status -> status.id().equals(id));
    }

    @Override
    protected boolean publishes(Request request) {
        return request.is("POST", "/api/v1/statuses");
    }

    @Override
    protected Reply handle(Request request) throws IOException {
        Reply reply = TOKEN.equals(request.bearer()) ? answer(request) : unauthorized(request);
        return spendsItsLimit
                ? reply.header("X-RateLimit-Remaining", "0")
                        .header(
                                "X-RateLimit-Reset",
                                Instant.now().plusSeconds(600).toString())
                : reply;
    }

    /** As a bad server would: it repeats the token. */
    @Override
    protected Reply unauthorized(Request request) {
        return Reply.json(401, Map.of("error", "The access token " + request.bearer() + " was revoked"));
    }

    private Reply answer(Request request) throws IOException {
        String path = request.path();
        if (publishes(request)) {
            return publish(request);
        }
        if (request.is("POST", "/api/v2/media")) {
            return upload(request);
        }
        if (path.startsWith("/api/v1/media/")) {
            return media(last(path));
        }
        if (path.equals("/api/v1/accounts/verify_credentials")) {
            return Reply.json(200, account());
        }
        if (path.equals("/api/v1/accounts/" + ACCOUNT_ID + "/statuses")) {
            int limit = Integer.parseInt(request.query().getOrDefault("limit", Integer.toString(USUAL_PAGE)));
            return Reply.json(200, page(request.query().get("max_id"), Math.min(limit, LONGEST_PAGE)));
        }
        if (path.equals("/api/v2/search")) {
            return search(request.query().get("q"));
        }
        if (path.startsWith("/api/v1/statuses/")) {
            return status(last(path));
        }
        return path.equals("/api/v2/instance") && tellsLimits ? instance() : missing();
    }

    /** A status of anna@elsewhere.example, which this server knows by an id of its own. */
    public void knowElsewhere(String url, String id) {
        elsewhere.put(url, id);
    }

    private Reply search(String url) {
        String id = elsewhere.get(url);
        Map<String, String> author = Map.of("id", "9", "username", "anna", "acct", "anna@elsewhere.example");
        return Reply.json(
                200,
                Map.of(
                        "statuses",
                        id == null ? List.of() : List.of(Map.of("id", id, "url", url, "uri", url, "account", author))));
    }

    private Map<String, Object> account() {
        Map<String, Object> account =
                new LinkedHashMap<>(Map.of("id", ACCOUNT_ID, "username", "brand", "acct", "brand"));
        if (movedTo != null) {
            account.put("moved", Map.of("acct", movedTo));
        }
        return account;
    }

    private static Reply instance() {
        return Reply.json(
                200,
                Map.of(
                        "configuration",
                        Map.of(
                                "statuses",
                                Map.of(
                                        "max_characters",
                                        500,
                                        "max_media_attachments",
                                        4,
                                        "characters_reserved_per_url",
                                        23),
                                "media_attachments",
                                Map.of(
                                        "supported_mime_types",
                                        List.of("image/jpeg", "image/png", "video/mp4"),
                                        "image_size_limit",
                                        1_000_000,
                                        "description_limit",
                                        1500))));
    }

    private Reply publish(Request request) throws IOException {
        JsonNode body = request.json();
        String key = request.header("Idempotency-Key");
        if (!ignoresKeys && byKey.containsKey(key)) {
            return Reply.json(200, byKey.get(key).json());
        }
        String answers = body.path("in_reply_to_id").asText(null);
        if (!ignoresWhatIsGone && answers != null && find(answers) == null && !elsewhere.containsValue(answers)) {
            return missing();
        }
        List<String> altTexts = new ArrayList<>();
        for (JsonNode id : body.path("media_ids")) {
            if (looks.getOrDefault(id.asText(), 0) < 2) {
                return Reply.json(
                        422,
                        Map.of(
                                "error",
                                "Cannot attach files that have not finished processing. Try again in a moment!"));
            }
            altTexts.add(pictures.get(id.asText()));
        }
        Status status = new Status(
                Integer.toString(1000 + statuses.size()),
                body.path("status").asText(),
                body.path("visibility").asText(),
                answers,
                Instant.now());
        statuses.add(status);
        byKey.put(key, status);
        accept(new AcceptedPost(
                key, status.id(), status.text(), body.path("language").asText(null), altTexts, answers, ""));
        return Reply.json(200, status.json());
    }

    private Reply upload(Request request) {
        Matcher description = DESCRIPTION.matcher(new String(request.body(), StandardCharsets.UTF_8));
        String id = Integer.toString(500 + pictures.size());
        pictures.put(id, description.find() ? description.group(1) : "");
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("id", id);
        media.put("url", null);
        return Reply.json(202, media);
    }

    private Reply media(String id) {
        return Reply.json(looks.merge(id, 1, Integer::sum) < 2 || !finishesPictures ? 206 : 200, Map.of("id", id));
    }

    private Reply status(String id) {
        Status status = find(id);
        return status == null ? missing() : Reply.json(200, status.json());
    }

    private static Reply missing() {
        return Reply.json(404, Map.of("error", "Record not found"));
    }

    private Status find(String id) {
        return statuses.stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<Map<String, Object>> page(String before, int limit) {
        List<Map<String, Object>> newest = new ArrayList<>();
        for (int at = statuses.size() - 1; at >= 0 && newest.size() < limit; at--) {
            Status status = statuses.get(at);
            if (before == null || Integer.parseInt(status.id()) < Integer.parseInt(before)) {
                newest.add(status.json());
            }
        }
        return newest;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private record Status(String id, String text, String visibility, String answers, Instant createdAt) {

        Status with(String other) {
            return new Status(id, other, visibility, answers, createdAt);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("account", Map.of("id", ACCOUNT_ID, "username", "brand", "acct", "brand"));
            json.put("url", "https://social.example/@brand/" + id);
            json.put("visibility", visibility);
            json.put("in_reply_to_id", answers);
            json.put("created_at", createdAt.toString());
            json.put("content", html());
            return json;
        }

        private String html() {
            StringBuilder html = new StringBuilder();
            int done = 0;
            for (TextSpans.Span span : TextSpans.of(text)) {
                html.append(escaped(text.substring(done, span.start()))).append(marked(span));
                done = span.end();
            }
            return "<p>"
                    + html.append(escaped(text.substring(done)))
                            .toString()
                            .replace("\n\n", "</p><p>")
                            .replace("\n", "<br />")
                    + "</p>";
        }

        private static String marked(TextSpans.Span span) {
            String shown = escaped(span.text());
            return switch (span.kind()) {
                case LINK ->
                    "<a href=\"" + shown + "\"><span class=\"invisible\">" + shown.substring(0, 8)
                            + "</span><span class=\"ellipsis\">" + shown.substring(8) + "</span></a>";
                case MENTION ->
                    "<span class=\"h-card\"><a href=\"#\">@<span>"
                            + shown.substring(1).replaceFirst("@.*", "") + "</span></a></span>";
                case HASHTAG -> "<a href=\"#\" class=\"hashtag\">#<span>" + shown.substring(1) + "</span></a>";
            };
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}
