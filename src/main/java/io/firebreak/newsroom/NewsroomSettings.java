package io.firebreak.newsroom;

import java.net.URI;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What the newsroom is told about itself, complete and checked.
 *
 * @param brand who speaks here
 * @param name what stands above every page
 * @param language the house language: that of the index, and of the site's own words where a statement's language has
 *     none
 * @param baseUrl where the public finds the index; without a slash at its end
 * @param port the readers' own port, 0 for any free one; empty when there is none
 * @param zone in which times are written and days are counted
 */
record NewsroomSettings(String brand, String name, Locale language, URI baseUrl, Optional<Integer> port, ZoneId zone) {

    private static final String PREFIX = "firebreak.newsroom.";
    private static final int HIGHEST_PORT = 65_535;

    /** What the newsroom needs to know that other parts of Firebreak are told as well. */
    record House(String brand, ZoneId zone, int serverPort) {}

    /** @throws InvalidConfigurationPropertyValueException with a sentence, which ends the start */
    static NewsroomSettings of(NewsroomProperties properties, House house) {
        Locale language = language(properties.language());
        Optional<Integer> port = port(properties.port(), house.serverPort());
        return new NewsroomSettings(
                shown("firebreak.brand", house.brand()),
                name(properties.name(), house.brand(), language),
                language,
                baseUrl(properties.baseUrl(), port.orElse(house.serverPort())),
                port,
                house.zone());
    }

    private static String name(String name, String brand, Locale language) {
        return name == null ? SiteWords.in(language).text("name", brand) : shown(PREFIX + "name", name);
    }

    private static String shown(String property, String text) {
        if (text.isBlank() || text.codePoints().anyMatch(c -> !PublicText.isShowable(c) || c == '\n')) {
            throw new InvalidConfigurationPropertyValueException(
                    property, text, "It stands on every page, so it must be one line of text that can be shown.");
        }
        return text.strip();
    }

    private static Locale language(String tag) {
        if (tag == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (SiteWords.areKnownIn(locale)) {
                return locale;
            }
        } catch (IllformedLocaleException ill) {
            // told below, together with a language that we have no words in
        }
        throw new InvalidConfigurationPropertyValueException(
                PREFIX + "language", tag, "The newsroom has its own words in en, es, it and pl. Choose one of them.");
    }

    private static Optional<Integer> port(Integer port, int serverPort) {
        if (port == null) {
            return Optional.empty();
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidConfigurationPropertyValueException(
                    PREFIX + "port",
                    port,
                    "A port is a number from 1 to 65535. Leave it out to use the main port only.");
        }
        if (port != 0 && port == serverPort) {
            throw new InvalidConfigurationPropertyValueException(
                    PREFIX + "port",
                    port,
                    "It is the main port (server.port). Choose another one, or leave it out to use the main port only.");
        }
        return Optional.of(port);
    }

    private static URI baseUrl(String text, int port) {
        if (text == null) {
            return URI.create("http://localhost" + (port > 0 ? ":" + port : "") + NewsroomLinks.ROOT);
        }
        try {
            URI url = URI.create(text.strip().replaceAll("/+$", ""));
            if (isPlainWebAddress(url)) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, together with addresses of another kind
        }
        throw new InvalidConfigurationPropertyValueException(
                PREFIX + "base-url",
                text,
                "It must be the address at which the public finds the newsroom, as in https://brand.example/newsroom,"
                        + " without ? and #.");
    }

    private static boolean isPlainWebAddress(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        return web && plain && url.getHost() != null && url.normalize().equals(url);
    }
}
