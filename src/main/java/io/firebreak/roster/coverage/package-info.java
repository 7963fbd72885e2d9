/** Whether everybody's chain of command can be reached in the days to come, and who is on duty when. */
@org.springframework.modulith.NamedInterface("coverage")
package io.firebreak.roster.coverage;
