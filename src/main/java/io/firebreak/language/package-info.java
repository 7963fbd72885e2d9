/**
 * The languages of the people who work with Firebreak. What is written in English, in diagrams, forms and sentences, is
 * shown in theirs; see docs/adr/0011-english-is-the-key.md.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Languages of staff")
package io.firebreak.language;
