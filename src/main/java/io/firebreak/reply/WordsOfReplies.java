package io.firebreak.reply;

import io.firebreak.crisis.CaseReference;
import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What replies know of a case: how often they have apologised, and what was sent lately, in whatever case. */
@Component
class WordsOfReplies implements CaseWords {

    /** With so many a new text is compared; older ones nobody remembers. */
    private static final int LATEST = 200;

    private final Replies replies;
    private final ReplyStore store;

    WordsOfReplies(Replies replies, ReplyStore store) {
        this.replies = replies;
        this.store = store;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        CaseReference reference = CaseReference.parse(caseReference);
        return new Known(
                null,
                purpose == Purpose.TRANSLATION ? 0 : replies.publicApologies(reference),
                purpose == Purpose.REPLY ? store.latestSent(LATEST) : List.of(),
                Set.of(),
                Set.of());
    }
}
