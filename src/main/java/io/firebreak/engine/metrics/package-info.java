/** Figures about the work that waits, for the operator's monitoring. */
package io.firebreak.engine.metrics;
