package io.firebreak.publishing.channel;

/** A kind of touch point. A bean of this type makes its accounts available to the settings. */
public interface ChannelKind {

    /** How the settings call it, for example {@code mastodon}. */
    String name();

    /**
     * The account that these settings describe. Asks nobody yet.
     *
     * @throws IllegalArgumentException with a sentence that says which setting is missing or wrong
     */
    Channel open(Account account, AccountMemory memory);
}
