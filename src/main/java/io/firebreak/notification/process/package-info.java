/** The steps of diagrams in which more people are asked. */
package io.firebreak.notification.process;
