/** Touch points without an interface: a person publishes, Firebreak keeps the text, the deadline and the proof. */
package io.firebreak.publishing.channel.byhand;
