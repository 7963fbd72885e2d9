package io.firebreak.mention;

import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.EvidenceItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts mentions and their words together, as the API shows them. */
@Component
class MentionViews {

    private final Evidence evidence;

    MentionViews(Evidence evidence) {
        this.evidence = evidence;
    }

    List<MentionView> of(List<Mention> mentions) {
        Map<UUID, EvidenceItem> words =
                evidence.find(mentions.stream().map(Mention::id).toList());
        return mentions.stream()
                .map(mention -> MentionView.of(mention, words.get(mention.id())))
                .toList();
    }
}
