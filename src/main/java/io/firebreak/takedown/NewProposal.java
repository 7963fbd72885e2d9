package io.firebreak.takedown;

import java.util.UUID;

/**
 * What somebody proposes, before it is checked.
 *
 * @param post a publication or a reply of the case, which is to be taken down; null when none was chosen
 * @param paper the legal paper, by the id of its evidence; null when none was chosen
 * @param wordingReason why the explanation stays as it is although the house rules warn of something; null where they don't
 */
public record NewProposal(
        UUID post,
        TakeDownReason reason,
        String orderedBy,
        UUID paper,
        String language,
        String title,
        String explanation,
        String wordingReason) {}
