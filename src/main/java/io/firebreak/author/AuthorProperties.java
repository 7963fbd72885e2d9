package io.firebreak.author;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on something is a signal (D4; the cut-offs are proposals, the kinds of signals from S43).
 *
 * @param youngAccount an account is young up to this age
 * @param accounts so many accounts have to do the same, the author's own among them
 * @param window within which they do it
 * @param alike from which likeness on two posts are nearly the same, from 0 to 1; see {@link
 *     io.firebreak.likeness.Wordprint#likeness}
 * @param leastWords shorter posts, such as a slogan that many people take up, tell nothing
 * @param sameMoment how far apart posts of several accounts are at most that come at the same moment
 * @param occasions how often the same accounts have to do so: once is an accident in any storm
 * @param posts how many posts of an account have to be known before it can be said to write about nothing else
 * @param lookBack how far back an account's posts are read
 * @param keepCustomerRecords for how long orders and tickets from a customer system count
 */
@ConfigurationProperties("firebreak.authors")
record AuthorProperties(
        @DefaultValue("30d") Duration youngAccount,
        @DefaultValue("5") int accounts,
        @DefaultValue("10m") Duration window,
        @DefaultValue("0.8") double alike,
        @DefaultValue("5") int leastWords,
        @DefaultValue("60s") Duration sameMoment,
        @DefaultValue("3") int occasions,
        @DefaultValue("3") int posts,
        @DefaultValue("30d") Duration lookBack,
        @DefaultValue("400d") Duration keepCustomerRecords) {

    AuthorProperties {
        if (!(alike > 0 && alike <= 1)) {
            throw new IllegalArgumentException(
                    "firebreak.authors.alike must be more than 0 and at most 1, for example 0.8.");
        }
        if (accounts < 2 || occasions < 2 || posts < 2) {
            throw new IllegalArgumentException(
                    "firebreak.authors.accounts, occasions and posts must be 2 or more: one alone is no pattern.");
        }
    }
}
