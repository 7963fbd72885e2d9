/** The lists of Tasklist that Firebreak makes when it starts. */
package io.firebreak.engine.filter;
