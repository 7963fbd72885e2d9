/**
 * How a message gets to a person: one {@link io.firebreak.notification.means.Sender} for each kind of means, one
 * {@link io.firebreak.notification.means.WebhookForm} for each form that the other side of a webhook wants.
 */
package io.firebreak.notification.means;
