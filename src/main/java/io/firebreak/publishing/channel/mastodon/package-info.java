/** Servers that speak the client interface of Mastodon. */
package io.firebreak.publishing.channel.mastodon;
