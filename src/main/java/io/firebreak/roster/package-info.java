/** The people whom the house can count on: who speaks which language. */
@org.springframework.modulith.ApplicationModule(displayName = "Roster")
package io.firebreak.roster;
