package io.firebreak.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.rule.TextBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The newest statements as JSON Feed 1.1 (jsonfeed.org). */
@Component
class JsonFeed {

    private final NewsroomSettings settings;
    private final HtmlRenderer html;
    private final ObjectMapper json = new ObjectMapper();

    JsonFeed(NewsroomSettings settings, HtmlRenderer html) {
        this.settings = settings;
        this.html = html;
    }

    String render(Page.JsonFeed page) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", html.word("newsroom.of", settings.houseLanguage(), settings.brand()));
        feed.put("home_page_url", settings.url(Paths.ROOT).toString());
        feed.put("feed_url", settings.url(Paths.JSON).toString());
        feed.put("language", settings.houseLanguage().toLanguageTag());
        feed.put("authors", List.of(brand()));
        feed.put("items", page.statements().stream().map(this::item).toList());
        try {
            return json.writeValueAsString(feed);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("The JSON feed can't be made", failure);
        }
    }

    private Map<String, Object> item(PublicStatement statement) {
        PublishedRelease latest = statement.latest();
        TextBody body = TextBody.of(latest.body());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", "urn:uuid:" + statement.id());
        item.put("url", settings.url(Paths.statement(statement.slug())).toString());
        item.put("title", latest.title());
        item.put("content_html", html.body(body));
        item.put("content_text", body.plain());
        item.put("date_published", time(statement.publishedAt()));
        item.put("date_modified", time(statement.updatedAt()));
        item.put("language", latest.language());
        item.put("authors", List.of(brand()));
        if (!latest.pictures().isEmpty()) {
            item.put("image", address(latest.pictures().get(0)));
            item.put(
                    "attachments",
                    latest.pictures().stream().map(this::attachment).toList());
        }
        if (statement.isCorrected()) {
            item.put("summary", correction(latest));
            item.put("tags", List.of("corrected"));
        }
        return item;
    }

    private Map<String, Object> attachment(PublishedPicture picture) {
        return Map.of("url", address(picture), "mime_type", picture.mediaType(), "title", picture.altText());
    }

    private String address(PublishedPicture picture) {
        return settings.url(picture.path()).toString();
    }

    private String correction(PublishedRelease release) {
        Locale language = SiteLanguage.around(Locale.forLanguageTag(release.language()), settings.houseLanguage());
        return html.word("corrected", language) + ": " + release.correctionNote();
    }

    private Map<String, Object> brand() {
        return Map.of("name", settings.brand());
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
