/**
 * The one place that knows the engine's inside. At the root of the package stands what features use: rules of human
 * tasks, beans that diagrams may call, deadlines. Below it is how the engine is made to keep to them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Engine")
package io.firebreak.engine;
