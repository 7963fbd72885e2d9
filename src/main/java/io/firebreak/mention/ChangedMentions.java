package io.firebreak.mention;

import io.firebreak.access.Actor;
import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.Post;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mentions that come again. What their authors changed since is kept beside what they wrote first, which stays. */
@Component
class ChangedMentions {

    private final JdbcClient jdbc;
    private final Evidence evidence;
    private final Ledger ledger;

    ChangedMentions(JdbcClient jdbc, Evidence evidence, Ledger ledger) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.ledger = ledger;
    }

    /**
     * In the caller's transaction, which holds the locks of their brands.
     *
     * @param again mentions that are known
     * @return how many of them are no longer what they were
     */
    int keep(Collection<NewMention> again, Actor actor) {
        if (again.isEmpty()) {
            return 0;
        }
        Map<String, UUID> ids = idsOf(again.stream().map(NewMention::identity).toList());
        Map<UUID, Post> posts = new LinkedHashMap<>();
        again.forEach(mention -> posts.put(ids.get(mention.identity()), mention.post()));
        Set<UUID> changed = evidence.keepChanged(posts, actor);
        countByCase(changed).forEach((reference, count) -> record(reference, count, actor));
        return changed.size();
    }

    private void record(String caseReference, int count, Actor actor) {
        ledger.record(new Act(
                        caseReference,
                        actor.id(),
                        "mention.changed",
                        "%s changed since; what they say now is kept as evidence beside what they said."
                                .formatted(Words.mentions(count)))
                .with("mentions", count));
    }

    private Map<String, UUID> idsOf(Collection<String> identities) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        jdbc.sql("SELECT identity, id FROM firebreak.mention WHERE identity = ANY(CAST(? AS text[]))")
                .param(identities.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("identity"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private Map<String, Integer> countByCase(Collection<UUID> mentions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT case_reference, count(*) AS number FROM firebreak.mention
                        WHERE id = ANY(CAST(? AS uuid[])) AND case_reference IS NOT NULL
                        GROUP BY case_reference ORDER BY case_reference
                        """)
                .param(mentions.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString("case_reference"), row.getInt("number"));
                });
        return counts;
    }
}
