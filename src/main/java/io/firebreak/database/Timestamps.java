package io.firebreak.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments on their way into the database and back: JDBC knows no {@link Instant}. */
public final class Timestamps {

    private Timestamps() {}

    /** As a {@code timestamptz} takes it. */
    public static OffsetDateTime of(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** The moment in a column; null where there is none. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
