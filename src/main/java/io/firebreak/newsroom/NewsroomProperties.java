package io.firebreak.newsroom;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the newsroom is set up.
 *
 * @param baseUrl where the public reaches the server, without {@code /newsroom}
 * @param port the newsroom's own port; null when it is served on the main port alone
 * @param language house language: of the index, and of the site's words on a page whose language they don't exist in
 */
@ConfigurationProperties("firebreak.newsroom")
record NewsroomProperties(String baseUrl, Integer port, String language) {

    NewsroomProperties {
        requirePort(port);
        requireLanguage(language);
        baseUrl = requireBaseUrl(baseUrl);
    }

    private static void requirePort(Integer port) {
        if (port != null && (port < 1 || port > 65_535)) {
            throw new IllegalArgumentException(
                    "firebreak.newsroom.port is %d; please give a port from 1 to 65535, or leave it out."
                            .formatted(port));
        }
    }

    private static void requireLanguage(String language) {
        if (!SiteLanguage.isSpoken(language)) {
            throw new IllegalArgumentException("firebreak.newsroom.language is \"%s\"; please give one of %s."
                    .formatted(language, String.join(", ", SiteLanguage.tags())));
        }
    }

    private static String requireBaseUrl(String baseUrl) {
        if (!isWebAddress(baseUrl)) {
            throw new IllegalArgumentException(
                    ("firebreak.newsroom.base-url is \"%s\"; please give the address at which the public reaches the"
                                    + " newsroom's server, for example https://news.example.com.")
                            .formatted(baseUrl));
        }
        return baseUrl.strip().replaceAll("/+$", "");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text == null ? "" : text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
