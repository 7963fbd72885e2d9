package io.firebreak.mention;

/**
 * What the table Intake asks about a mention that no open case takes.
 *
 * @param brand that it is about
 * @param reach of its author, in people; 0 where the source does not say
 * @param ageHours full hours since it was published
 * @param hostileWords in the mention
 * @param hostileWordsKnown whether there is a list of hostile words in its language
 * @param mentionsInWindow how many waiting mentions of the brand were published together with it at most within the
 *     minutes that the table gives
 * @param hostileInWindow how many mentions with hostile words at most
 */
public record IntakeFacts(
        String brand,
        long reach,
        long ageHours,
        int hostileWords,
        boolean hostileWordsKnown,
        int mentionsInWindow,
        int hostileInWindow) {}
