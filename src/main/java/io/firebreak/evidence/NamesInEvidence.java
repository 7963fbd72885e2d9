package io.firebreak.evidence;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Those whose posts are kept as proof in a case are not named in what we say about it. Accounts that bear the brand's own
 * name are ours, as a rule, and people are sent to them.
 */
@Component
class NamesInEvidence implements CaseWords {

    private static final int MOST = 1_000;

    /** A brand of fewer letters is in many names by chance. */
    private static final int SHORTEST_BRAND = 3;

    private final JdbcClient jdbc;
    private final Cases cases;

    NamesInEvidence(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        String brand = letters(cases.get(CaseReference.parse(caseReference)).brand());
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
        names.removeIf(name -> brand.length() >= SHORTEST_BRAND && letters(name).contains(brand));
        return Known.names(names);
    }

    private static String letters(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void add(Set<String> names, String name) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }
}
