package io.firebreak.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Which database is used and where the embedded one keeps its data.
 *
 * @param database {@code embedded}, or blank where {@code spring.datasource.url} names a server
 * @param dataDirectory the folder of everything the embedded database writes. A string and not a {@link Path}, because
 *     Spring's conversion looks for a relative path on the classpath first
 */
@ConfigurationProperties("firebreak")
record DatabaseProperties(String database, @DefaultValue("./data") String dataDirectory) {

    static final String URL_PROPERTY = "spring.datasource.url";
    static final String TWO_WAYS = "Either set firebreak.database=embedded (environment: FIREBREAK_DATABASE=embedded)"
            + " to run the PostgreSQL that Firebreak brings along, with its data in firebreak.data-directory;"
            + " or set " + URL_PROPERTY + " (environment: SPRING_DATASOURCE_URL) with its username and password"
            + " to use a PostgreSQL server of your own.";

    private static final String EMBEDDED = "embedded";

    DatabaseProperties {
        if (StringUtils.hasText(database) && !EMBEDDED.equals(database)) {
            throw new DatabaseStartException(
                    "firebreak.database is \"" + database + "\", but the only value it knows is \"embedded\".",
                    TWO_WAYS);
        }
    }

    boolean isEmbedded() {
        return EMBEDDED.equals(database);
    }

    Path dataPath() {
        try {
            if (StringUtils.hasText(dataDirectory)) {
                return Path.of(dataDirectory).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException notAPath) {
            // answered below with the same sentence as an empty one
        }
        throw new DatabaseStartException(
                "firebreak.data-directory is \"" + dataDirectory + "\", which can't be the name of a folder.",
                "Name a folder that Firebreak may create and write to, or leave the setting out to use ./data.");
    }
}
