/** Whether everybody's chain of command can be reached in the days to come, and who is on duty when. */
package io.firebreak.roster.coverage;
