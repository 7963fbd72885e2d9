/** The gate, and what went out through it. */
@org.springframework.modulith.ApplicationModule(displayName = "Publishing")
package io.firebreak.publishing;
