/** Telling our own people that something waits for them. */
@org.springframework.modulith.ApplicationModule(displayName = "Notification")
package io.firebreak.notification;
