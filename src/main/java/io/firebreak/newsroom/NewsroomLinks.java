package io.firebreak.newsroom;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Addresses of the site. A <em>path</em> is what our own ports answer to, a <em>url</em> is what the public uses; pages
 * link by the path of that url, so that the site works behind a proxy that shows it under another path.
 */
@Component
class NewsroomLinks {

    static final String ROOT = "/newsroom";

    private final NewsroomSettings settings;

    NewsroomLinks(NewsroomSettings settings) {
        this.settings = settings;
    }

    Stream<String> slugs(NewsroomRelease release) {
        return Slugs.candidates(release.releasedAt().atZone(settings.zone()).toLocalDate(), release.title());
    }

    NewsroomAddress address(PublishedRelease release) {
        String path = path(release.slug());
        return new NewsroomAddress(path, URI.create(url(path)), release.version());
    }

    String path(String slug) {
        return ROOT + "/" + slug;
    }

    String versionPath(String slug, int version) {
        return path(slug) + "/versions/" + version;
    }

    String indexPath(int page) {
        return page == 1 ? ROOT : ROOT + "?page=" + page;
    }

    String url(String path) {
        return settings.baseUrl() + path.substring(ROOT.length());
    }

    /** The address as it is written in links of the site itself. */
    String href(String path) {
        String href = settings.baseUrl().getRawPath() + path.substring(ROOT.length());
        return href.startsWith("/") ? href : "/" + href;
    }
}
