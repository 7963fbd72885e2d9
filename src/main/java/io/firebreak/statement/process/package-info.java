/** The rules of the tasks in which a statement is written and approved. */
package io.firebreak.statement.process;
