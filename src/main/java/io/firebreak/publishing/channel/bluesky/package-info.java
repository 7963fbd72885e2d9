/** Accounts on Bluesky and on other personal data servers of the AT Protocol. */
package io.firebreak.publishing.channel.bluesky;
