/** The links in messages, and the page on which a person answers with one of them. */
package io.firebreak.notification.answer;
