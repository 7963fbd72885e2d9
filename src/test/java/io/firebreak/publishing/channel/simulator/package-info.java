/**
 * Servers of channels that live in a test and misbehave on demand. Each keeps a list of what it made public, which is
 * the truth that a test compares Firebreak's records with. They serve on loopback only, know nothing of Spring, and run
 * in the test's own process or, started by {@link SimulatorProcess}, in another one.
 */
package io.firebreak.publishing.channel.simulator;
