package io.firebreak.newsroom;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The plainest pages that can be read. */
@Component
class HtmlRenderer {

    String render(Page page) {
        if (page instanceof Page.Index index) {
            return index.statements().stream()
                    .map(statement -> statement.latest().title())
                    .map(HtmlUtils::htmlEscape)
                    .collect(Collectors.joining(
                            "</li><li>", "<!DOCTYPE html><title>Newsroom</title><ul><li>", "</li></ul>"));
        }
        if (page instanceof Page.Statement statement) {
            PublishedRelease latest = statement.statement().latest();
            return "<!DOCTYPE html><h1>" + HtmlUtils.htmlEscape(latest.title()) + "</h1><p>"
                    + HtmlUtils.htmlEscape(latest.body()) + "</p>";
        }
        return "<!DOCTYPE html><h1>Newsroom</h1>";
    }
}
