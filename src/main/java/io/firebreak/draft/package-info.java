/** What people typed into forms and have not handed in yet. */
@org.springframework.modulith.ApplicationModule(displayName = "Drafts")
package io.firebreak.draft;
