/** How the diagrams, tables and forms of {@code processes/} get into the engine: as one bundle, checked as a whole. */
package io.firebreak.engine.deploy;
