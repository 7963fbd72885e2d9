/** What the public did after a statement: counts of mentions, and whether they grow or calm down. */
@org.springframework.modulith.ApplicationModule(displayName = "Reaction")
package io.firebreak.reaction;
