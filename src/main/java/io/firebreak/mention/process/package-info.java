/** Where the engine and mentions meet: the decision table {@code Intake}. */
package io.firebreak.mention.process;
