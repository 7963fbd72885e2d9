/** House rules of wording: what a text that we say in public must hold and must not hold, in words that explain why. */
@org.springframework.modulith.ApplicationModule(displayName = "Wording")
package io.firebreak.wording;
