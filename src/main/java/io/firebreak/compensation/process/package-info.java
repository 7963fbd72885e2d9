/** Where the engine and compensation meet: thin steps of the diagram {@code CompensateCustomer}. */
package io.firebreak.compensation.process;
