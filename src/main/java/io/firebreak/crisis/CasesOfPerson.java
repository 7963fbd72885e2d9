package io.firebreak.crisis;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which cases somebody has a part. */
@Service
public class CasesOfPerson {

    private final JdbcClient jdbc;

    CasesOfPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open cases that the person leads or reported, or in which they did something.
     *
     * @param userId of anybody; nobody's cases are none
     */
    @Transactional(readOnly = true)
    public List<CaseReference> open(String userId) {
        return jdbc
                .sql(
                        """
                        SELECT c.reference FROM firebreak.crisis_case c
                        WHERE c.phase <> 'CLOSED' AND (
                          c.reported_by = :person
                          OR c.reference IN (SELECT case_reference FROM firebreak.ledger_entry WHERE actor = :person)
                          OR :person = (SELECT user_id FROM firebreak.case_lead l
                                        WHERE l.case_reference = c.reference ORDER BY id DESC LIMIT 1))
                        ORDER BY c.reference
                        """)
                .param("person", userId)
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::parse)
                .toList();
    }
}
