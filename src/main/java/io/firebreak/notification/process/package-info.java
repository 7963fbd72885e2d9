/** Where the engine and notification meet: steps in which more people are asked, and the people it knows. */
package io.firebreak.notification.process;
