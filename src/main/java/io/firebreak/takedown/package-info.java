/**
 * What people do when the law or a danger forces a post of ours off a channel: two of them decide, the public reads why,
 * and a person takes it down by hand. Firebreak itself removes nothing.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Forced take-downs")
package io.firebreak.takedown;
