/**
 * The port through which statements reach the public, and what every channel behind it shares. Each kind of channel is
 * a package of its own below this one; nothing in here knows the gate, the queue or the process.
 */
package io.firebreak.publishing.channel;
