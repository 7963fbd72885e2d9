/** When timers of diagrams come that repeat by the calendar. */
package io.firebreak.engine.calendar;
