/** Words in the languages of our people. */
package io.firebreak.notification.words;
