/** Where the engine and the roster meet: the tables of times, and the steps of {@code ReachabilityCheck}. */
package io.firebreak.roster.process;
