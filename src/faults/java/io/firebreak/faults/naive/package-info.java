/** The way in which it is usually done, for comparison: a service task that posts, tried again when it fails. */
package io.firebreak.faults.naive;
