/** Where the engine and escalation meet: the steps of {@code ChainOfCommand}, and the tasks that it moves. */
package io.firebreak.escalation.process;
