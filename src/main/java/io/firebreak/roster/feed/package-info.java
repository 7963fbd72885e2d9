/** A person's own duties: as a list, and as a calendar that programs fetch. */
package io.firebreak.roster.feed;
