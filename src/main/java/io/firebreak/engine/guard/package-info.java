/** What stands in front of every command of the engine: the same rules for Tasklist, Cockpit, REST and Java. */
package io.firebreak.engine.guard;
