package io.firebreak.newsroom;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns pages into the documents that are sent. */
@Component
class PageRenderer {

    private final HtmlRenderer html;

    PageRenderer(HtmlRenderer html) {
        this.html = html;
    }

    Document render(Page page, Instant now) {
        return new Document("text/html;charset=UTF-8", html.render(page), now);
    }
}
