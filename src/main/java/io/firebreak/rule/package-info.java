/** How Firebreak says no and how it reads plain text: the refusal that a person reads, and the rules for texts. */
@org.springframework.modulith.ApplicationModule(displayName = "Rules and refusals")
package io.firebreak.rule;
