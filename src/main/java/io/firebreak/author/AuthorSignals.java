package io.firebreak.author;

/**
 * What can be seen of an author without judging them (D4; kinds of signals from S43).
 *
 * @param youngAccount the account is younger than 30 days
 * @param nearDuplicates at least five accounts wrote nearly the same within 60 seconds to 10 minutes
 * @param sharedLinkBurst several accounts spread the same link in a burst
 * @param noOtherTopics the account writes about nothing else
 * @param synchronousActivity several accounts are active at the same moments
 */
public record AuthorSignals(
        Signal youngAccount,
        Signal nearDuplicates,
        Signal sharedLinkBurst,
        Signal noOtherTopics,
        Signal synchronousActivity) {}
