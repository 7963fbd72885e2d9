package io.firebreak.crisis;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases are open, asked for many at a time. */
@Service
public class OpenCases {

    /** The order in which everybody locks several cases, so that nobody waits in a circle. */
    private static final Comparator<CaseReference> IN_ORDER = Comparator.comparing(CaseReference::toString);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final String houseBrand;

    OpenCases(JdbcClient jdbc, Cases cases, @Value("${firebreak.brand}") String houseBrand) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.houseBrand = houseBrand;
    }

    /** Those of the given cases that are open. */
    @Transactional(readOnly = true)
    public Set<CaseReference> among(Collection<CaseReference> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("SELECT reference FROM firebreak.crisis_case WHERE reference = ANY(:references)"
                        + " AND phase <> 'CLOSED'")
                .param(
                        "references",
                        references.stream().map(CaseReference::toString).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::parse)
                .collect(Collectors.toSet());
    }

    /** Those of the given cases that are open, and which nobody else can change until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<CaseReference> lock(Collection<CaseReference> references) {
        return references.stream()
                .distinct()
                .sorted(IN_ORDER)
                .map(cases::lock)
                .filter(CrisisCase::isOpen)
                .map(CrisisCase::reference)
                .collect(Collectors.toSet());
    }

    /**
     * The open case of a brand whose report links to an address, by address. For several the newest; in the place of a
     * merged case stands the one that goes on.
     */
    @Transactional(readOnly = true)
    public Map<String, CaseReference> bySourceUrl(String brand, Collection<String> addresses) {
        Map<String, CaseReference> found = new LinkedHashMap<>();
        if (addresses.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        SELECT source_url, reference FROM firebreak.crisis_case
                        WHERE source_url = ANY(:addresses) AND coalesce(brand, :houseBrand) = :brand
                          AND (phase <> 'CLOSED' OR merged_into IS NOT NULL)
                        ORDER BY received_at, reference
                        """)
                .param("addresses", addresses.stream().distinct().toArray(String[]::new))
                .param("houseBrand", houseBrand)
                .param("brand", brand)
                .query((row, number) -> Map.entry(row.getString(1), CaseReference.parse(row.getString(2))))
                .list()
                .forEach(entry ->
                        openOne(entry.getValue()).ifPresent(reference -> found.put(entry.getKey(), reference)));
        return found;
    }

    /** The case itself, or the one into which it was merged, as far as it is open. */
    private Optional<CaseReference> openOne(CaseReference reference) {
        CrisisCase found = cases.get(reference);
        while (found.mergedInto() != null) {
            found = cases.get(found.mergedInto());
        }
        return found.isOpen() ? Optional.of(found.reference()) : Optional.empty();
    }
}
