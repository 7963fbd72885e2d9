/** The step of the diagram in which a statement goes public. */
package io.firebreak.publishing.process;
