/** Who may do what: actors, roles and the doors of the web application. */
@org.springframework.modulith.ApplicationModule(displayName = "Access")
package io.firebreak.access;
