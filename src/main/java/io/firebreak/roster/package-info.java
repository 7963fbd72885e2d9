/**
 * The people whom the house can count on: the crisis plan, who speaks which language, how each is reached.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Roster")
package io.firebreak.roster;
