package io.firebreak.mention;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The columns that are read of a table with posts. By which headings they are known stands in {@code columns.properties}. */
enum UploadColumn {
    TEXT("text"),
    LINK("url"),
    ID("externalId"),
    SOURCE("source"),
    PUBLISHED_AT("publishedAt"),
    HANDLE("handle"),
    NAME("name"),
    REACH("reach"),
    LANGUAGE("language"),
    THREAD("threadId"),
    BRAND("brand");

    private static final Map<String, UploadColumn> BY_HEADING = headings();

    private final String field;

    UploadColumn(String field) {
        this.field = field;
    }

    /** What the API calls it. */
    String field() {
        return field;
    }

    /** Whether it is about the author. */
    boolean isOfAuthor() {
        return this == HANDLE || this == NAME || this == REACH;
    }

    /** The column with this heading, however it is spaced and spelt; empty where it is none of ours. */
    static Optional<UploadColumn> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(plain(heading)));
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    private static Map<String, UploadColumn> headings() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                UploadColumn.class.getResourceAsStream("/mention/columns.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The headings of columns can't be read", unreadable);
        }
        Map<String, UploadColumn> byHeading = new HashMap<>();
        for (UploadColumn column : values()) {
            for (String heading : words.getProperty(column.field).split(",")) {
                byHeading.put(plain(heading), column);
            }
        }
        return byHeading;
    }
}
