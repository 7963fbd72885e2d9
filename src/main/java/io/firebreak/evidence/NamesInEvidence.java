package io.firebreak.evidence;

import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those whose posts are kept as proof in a case are not named in what we say about it. */
@Component
class NamesInEvidence implements CaseWords {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    NamesInEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        Set<String> names = new HashSet<>();
        jdbc.sql(
                        """
                        SELECT author_handle, author_name FROM firebreak.evidence
                        WHERE case_reference = ? ORDER BY published_at DESC, id LIMIT ?
                        """)
                .params(caseReference, MOST)
                .query(row -> {
                    add(names, row.getString("author_handle"));
                    add(names, row.getString("author_name"));
                });
        return Known.names(names);
    }

    private static void add(Set<String> names, String name) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }
}
