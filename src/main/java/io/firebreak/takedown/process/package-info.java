/** Where the diagram {@code TakeDown} meets the take-downs. */
package io.firebreak.takedown.process;
