package io.firebreak.evidence;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the bytes of files, whose rows the database itself protects. */
@Repository
class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, FileFacts facts, byte[] bytes) {
        jdbc.sql("INSERT INTO firebreak.evidence_file (id, name, media_type, size, bytes) VALUES (?, ?, ?, ?, ?)")
                .params(id, facts.name(), facts.mediaType(), facts.size(), bytes)
                .update();
    }

    byte[] bytes(UUID id) {
        return jdbc.sql("SELECT bytes FROM firebreak.evidence_file WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("bytes"))
                .single();
    }

    /**
     * What the files of a case take.
     *
     * @param bytes without those that the law took away
     */
    record Room(int files, long bytes) {}

    Room taken(String caseReference) {
        return jdbc.sql(
                        """
                        SELECT count(*) AS files, coalesce(sum(f.size) FILTER (WHERE e.redacted_at IS NULL), 0) AS bytes
                        FROM firebreak.evidence e JOIN firebreak.evidence_file f ON f.id = e.id
                        WHERE e.case_reference = ?
                        """)
                .param(caseReference)
                .query((row, number) -> new Room(row.getInt("files"), row.getLong("bytes")))
                .single();
    }
}
