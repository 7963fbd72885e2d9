package io.firebreak.publishing.channel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A WordPress site with one author, as version 6.1 was seen to answer: a slug is taken once, by drafts too, and who asks
 * for it again gets another; look-ups show what is public unless another status is asked for; a comment is refused when
 * the same one is there already.
 */
public class WordPressSimulator extends SimulatedServer {

    public static final String USER = "statements";
    public static final String PASSWORD = "abcd efgh ijkl mnop qrst uvwx";

    private static final String ROOT = "/wp-json/wp/v2/";
    private static final Pattern ITEM = Pattern.compile(ROOT + "(posts|comments|media)/(\\d+)");

    private final Map<Long, Map<String, String>> posts = new TreeMap<>();
    private final Map<Long, Map<String, String>> comments = new TreeMap<>();
    private final Map<Long, Map<String, String>> media = new TreeMap<>();
    private long lastId = 3;
    private boolean holdsComments;
    private boolean mayPublish = true;
    private String slugOfAnother;

    public WordPressSimulator() {
        super(0);
    }

    /** Comments wait for a moderator from now on. */
    public synchronized void holdComments() {
        holdsComments = true;
    }

    /** The user becomes a mere contributor. */
    public synchronized void forbidPublishing() {
        mayPublish = false;
    }

    /** While the next draft is made, another attempt of the same delivery turns out to have made one before. */
    public synchronized void makeAnotherDraftFirst(String slug) {
        slugOfAnother = slug;
    }

    /** Somebody writes another text into a post. */
    public synchronized void change(String id, String text) {
        posts.get(Long.parseLong(id)).putAll(Map.of("title", "", "content", "<p>" + text + "</p>"));
    }

    /** Somebody puts a post into the trash. */
    public synchronized void remove(String id) {
        posts.remove(Long.parseLong(id));
    }

    /** A moderator puts a comment into the bin. */
    public synchronized void bin(String id) {
        comments.get(Long.parseLong(id.replace("comment-", ""))).put("status", "trash");
    }

    /** How many drafts nobody sees. */
    public synchronized long drafts() {
        return posts.values().stream()
                .filter(post -> post.get("status").equals("draft"))
                .count();
    }

    /** How many pictures the library has. */
    public synchronized int pictures() {
        return media.size();
    }

    /** The HTML of a post as it was written. */
    public synchronized String content(String id) {
        return posts.get(Long.parseLong(id)).get("content");
    }

    /** What readers see now. */
    public synchronized List<AcceptedPost> shown() {
        List<AcceptedPost> shown = new ArrayList<>();
        posts.forEach((id, post) -> {
            if (post.get("status").equals("publish")) {
                shown.add(asShown(id, post));
            }
        });
        comments.forEach((id, comment) -> {
            if (comment.get("status").equals("approved")) {
                shown.add(asShownComment(id, comment));
            }
        });
        return shown;
    }

    @Override
    protected boolean publishes(Request request) {
        if (!request.method().equals("POST")) {
            return false;
        }
        if (request.path().equals(ROOT + "comments")) {
            return true;
        }
        try {
            return request.path().startsWith(ROOT + "posts/")
                    && !request.json().path("status").asText("publish").equals("draft");
        } catch (IOException noJson) {
            return false;
        }
    }

    @Override
    protected Reply handle(Request request) throws IOException {
        if (!isSignedIn(request)) {
            return problem(401, "rest_not_logged_in", "You are not currently logged in.");
        }
        Matcher item = ITEM.matcher(request.path());
        if (item.matches()) {
            return item(request, item.group(1), Long.parseLong(item.group(2)));
        }
        return switch (request.method() + " " + request.path().replace(ROOT, "")) {
            case "GET users/me" -> me();
            case "GET posts" -> list(posts, request);
            case "POST posts" -> createPost(request.json());
            case "GET media" -> list(media, request);
            case "POST media" -> upload(request);
            case "GET comments" -> list(comments, request);
            case "POST comments" -> createComment(request.json());
            default -> problem(404, "rest_no_route", "No route was found matching the URL and request method.");
        };
    }

    @Override
    protected Reply unauthorized(Request request) {
        return problem(401, "incorrect_password", "The provided password is an invalid application password.");
    }

    private static boolean isSignedIn(Request request) {
        String credentials = USER + ":" + PASSWORD.replace(" ", "");
        String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return expected.equals(request.header("Authorization"));
    }

    private Reply me() {
        return Reply.json(
                200, Map.of("id", 2, "capabilities", Map.of("publish_posts", mayPublish, "upload_files", true)));
    }

    private Reply item(Request request, String kind, long id) throws IOException {
        Map<Long, Map<String, String>> all = kind.equals("posts") ? posts : kind.equals("media") ? media : comments;
        if (!all.containsKey(id)) {
            return problem(404, "rest_post_invalid_id", "Invalid post ID.");
        }
        if (request.method().equals("POST")) {
            update(kind, all.get(id), id, request.json());
        }
        return Reply.json(200, view(id, all.get(id)));
    }

    private void update(String kind, Map<String, String> item, long id, JsonNode fields) {
        boolean wasPublic = "publish".equals(item.get("status"));
        fields.fields()
                .forEachRemaining(
                        field -> item.put(field.getKey(), field.getValue().asText()));
        if (kind.equals("posts")) {
            item.put("slug", freeSlug(item.get("slug"), id));
            if (!wasPublic && "publish".equals(item.get("status"))) {
                accept(asShown(id, item));
            }
        }
    }

    private Reply createPost(JsonNode fields) {
        if (slugOfAnother != null) {
            posts.put(++lastId, new LinkedHashMap<>(Map.of("slug", slugOfAnother, "status", "draft", "content", "")));
            slugOfAnother = null;
        }
        Map<String, String> post = new LinkedHashMap<>(Map.of("status", "draft"));
        long id = ++lastId;
        update("posts", post, id, fields);
        posts.put(id, post);
        return Reply.json(201, view(id, post));
    }

    private String freeSlug(String wanted, long id) {
        String slug = wanted;
        for (int number = 2; isTaken(slug, id); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private boolean isTaken(String slug, long id) {
        return posts.entrySet().stream()
                .anyMatch(post ->
                        post.getKey() != id && slug.equals(post.getValue().get("slug")));
    }

    private Reply createComment(JsonNode fields) {
        Map<String, String> comment = new LinkedHashMap<>();
        fields.fields()
                .forEachRemaining(
                        field -> comment.put(field.getKey(), field.getValue().asText()));
        comment.putIfAbsent("parent", "0");
        comment.put("status", holdsComments ? "hold" : "approved");
        if (comments.containsValue(comment)) {
            return problem(409, "comment_duplicate", "Duplicate comment detected.");
        }
        long id = ++lastId;
        comments.put(id, comment);
        if (!holdsComments) {
            accept(asShownComment(id, comment));
        }
        return Reply.json(201, view(id, comment));
    }

    private Reply upload(Request request) {
        String name = request.header("Content-Disposition").replaceAll(".*filename=\"([^\"]+)\\..*", "$1");
        long id = ++lastId;
        Map<String, String> picture = new LinkedHashMap<>(Map.of(
                "slug", name, "status", "inherit", "alt_text", "", "source_url", url() + "/uploads/" + name + ".png"));
        media.put(id, picture);
        return Reply.json(201, view(id, picture));
    }

    private Reply list(Map<Long, Map<String, String>> all, Request request) {
        Map<String, String> query = request.query();
        List<String> statuses = Arrays.asList(query.getOrDefault("status", "publish")
                .concat(",inherit,approved")
                .split(","));
        return Reply.json(
                200,
                all.entrySet().stream()
                        .filter(item -> statuses.contains(item.getValue().get("status")))
                        .filter(item -> !query.containsKey("slug")
                                || query.get("slug").equals(item.getValue().get("slug")))
                        .filter(item -> !query.containsKey("include")
                                || query.get("include").equals(Long.toString(item.getKey())))
                        .filter(item -> !query.containsKey("search")
                                || item.getValue().get("content").contains(query.get("search")))
                        .map(item -> view(item.getKey(), item.getValue()))
                        .toList());
    }

    private Map<String, Object> view(long id, Map<String, String> item) {
        Map<String, Object> view = new LinkedHashMap<>(item);
        view.put("id", id);
        view.put("link", url() + "/" + item.getOrDefault("slug", "#comment-" + id));
        view.put("modified_gmt", "2026-01-01T00:00:00");
        for (String text : new String[] {"title", "content"}) {
            String html = item.getOrDefault(text, "");
            view.put(text, Map.of("raw", html, "rendered", "<p>" + html.replace("\n", "<br />\n") + "</p>\n"));
        }
        return view;
    }

    private AcceptedPost asShown(long id, Map<String, String> post) {
        Element content =
                Jsoup.parseBodyFragment(post.getOrDefault("content", "")).body();
        String title = Jsoup.parseBodyFragment(post.getOrDefault("title", "")).text();
        Element block = content.selectFirst("div[lang]");
        return new AcceptedPost(
                post.get("slug"),
                Long.toString(id),
                title + "\n\n" + paragraphs(content),
                block == null ? null : block.attr("lang"),
                content.select("figure img").eachAttr("alt"),
                null,
                "");
    }

    private static String paragraphs(Element content) {
        return content.select("p").stream().map(Element::wholeText).collect(Collectors.joining("\n\n"));
    }

    private static AcceptedPost asShownComment(long id, Map<String, String> comment) {
        String parent = comment.get("parent");
        return new AcceptedPost(
                null,
                "comment-" + id,
                Jsoup.parseBodyFragment(comment.get("content")).body().wholeText(),
                null,
                List.of(),
                Objects.equals(parent, "0") ? comment.get("post") : "comment-" + parent,
                "");
    }

    private static Reply problem(int status, String code, String message) {
        return Reply.json(status, Map.of("code", code, "message", message, "data", Map.of("status", status)));
    }
}
