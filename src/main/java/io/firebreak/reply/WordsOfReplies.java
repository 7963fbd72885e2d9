package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What replies know of a case: how often they have apologised. Whether a reply is a copy, {@link EarlierReplies} says. */
@Component
class WordsOfReplies implements CaseWords {

    private final Replies replies;

    WordsOfReplies(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        CaseReference reference = CaseReference.parse(caseReference);
        return new Known(
                null,
                purpose == Purpose.TRANSLATION ? 0 : replies.publicApologies(reference),
                List.of(),
                Set.of(),
                Set.of());
    }
}
