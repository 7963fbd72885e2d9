/** What Firebreak adds to Tasklist: the data that its forms show. */
@org.springframework.modulith.ApplicationModule(displayName = "Web applications")
package io.firebreak.webapp;
