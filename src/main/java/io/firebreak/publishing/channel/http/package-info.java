/** Calling the servers of channels: exact bytes, no redirects, every answer with a limit of size and time. */
package io.firebreak.publishing.channel.http;
