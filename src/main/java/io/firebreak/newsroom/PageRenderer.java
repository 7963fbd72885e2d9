package io.firebreak.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns pages into the documents that are sent. */
@Component
class PageRenderer {

    private static final String HTML = "text/html;charset=UTF-8";

    private final HtmlRenderer html;
    private final AtomFeed atom;
    private final JsonFeed json;
    private final NewsroomStore store;

    PageRenderer(HtmlRenderer html, AtomFeed atom, JsonFeed json, NewsroomStore store) {
        this.html = html;
        this.atom = atom;
        this.json = json;
        this.store = store;
    }

    /**
     * @param now since when readers see it
     */
    Document render(Page page, Instant now) {
        if (page instanceof Page.Index index) {
            return new Document(HTML, html.index(index), now);
        }
        if (page instanceof Page.Statement statement) {
            return new Document(HTML, html.statement(statement), now);
        }
        if (page instanceof Page.EarlierVersion earlier) {
            return new Document(HTML, html.earlierVersion(earlier), now);
        }
        if (page instanceof Page.AtomFeed feed) {
            return new Document("application/atom+xml;charset=UTF-8", atom.render(feed), now);
        }
        if (page instanceof Page.JsonFeed feed) {
            return new Document("application/feed+json;charset=UTF-8", json.render(feed), now);
        }
        if (page instanceof Page.Picture picture) {
            return new Document(
                    picture.picture().mediaType(),
                    store.pictureBytes(picture.picture().sha256()),
                    now);
        }
        if (page instanceof Page.Style) {
            return new Document("text/css;charset=UTF-8", style(), now);
        }
        return new Document(HTML, html.notFound(), now);
    }

    private static String style() {
        try {
            return new ClassPathResource("newsroom/style.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
