/** The case: what was reported, what is known of it, how grave it is, how far it has come. */
@org.springframework.modulith.ApplicationModule(displayName = "Crisis")
package io.firebreak.crisis;
