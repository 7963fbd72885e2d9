/** Our own newsroom: publishing there and keeping the record are one transaction. */
package io.firebreak.publishing.channel.newsroom;
