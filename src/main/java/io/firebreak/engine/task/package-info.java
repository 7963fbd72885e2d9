/** What every human task has, attached when a diagram is read, so that a designer can't forget it. */
package io.firebreak.engine.task;
