/** What people write about the brand: its intake, how it finds its case, and which of it opens a report. */
@org.springframework.modulith.ApplicationModule(displayName = "Mention")
package io.firebreak.mention;
