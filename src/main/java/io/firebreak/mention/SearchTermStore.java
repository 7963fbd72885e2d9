package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the words by which mentions find their case. */
@Repository
class SearchTermStore {

    private final JdbcClient jdbc;

    SearchTermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(CaseReference reference) {
        return jdbc.sql("SELECT term FROM firebreak.case_search_term WHERE case_reference = ? ORDER BY term")
                .param(reference.toString())
                .query(String.class)
                .list();
    }

    void set(CaseReference reference, String brand, List<String> terms) {
        jdbc.sql("DELETE FROM firebreak.case_search_term WHERE case_reference = ?")
                .param(reference.toString())
                .update();
        jdbc.sql("INSERT INTO firebreak.case_search_term (case_reference, brand, term)"
                        + " SELECT ?, ?, term FROM unnest(?) AS term ON CONFLICT DO NOTHING")
                .params(reference.toString(), brand, terms.toArray(String[]::new))
                .update();
    }

    /** Terms that the other case has already stay there once. */
    void move(CaseReference from, CaseReference into) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.case_search_term (case_reference, brand, term)
                        SELECT :into, brand, term FROM firebreak.case_search_term WHERE case_reference = :from
                        ON CONFLICT DO NOTHING
                        """)
                .param("into", into.toString())
                .param("from", from.toString())
                .update();
        jdbc.sql("DELETE FROM firebreak.case_search_term WHERE case_reference = ?")
                .param(from.toString())
                .update();
    }

    /** A term and its case, which need not be open. */
    record Term(CaseReference reference, String term) {}

    List<Term> ofBrand(String brand) {
        return jdbc.sql("SELECT case_reference, term FROM firebreak.case_search_term WHERE brand = ?")
                .param(brand)
                .query((row, number) -> new Term(CaseReference.parse(row.getString(1)), row.getString(2)))
                .list();
    }
}
