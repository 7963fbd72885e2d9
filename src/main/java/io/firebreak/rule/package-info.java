/** How Firebreak says no: the refusal that a person reads, and the rules for texts that come from outside. */
@org.springframework.modulith.ApplicationModule(displayName = "Rules and refusals")
package io.firebreak.rule;
