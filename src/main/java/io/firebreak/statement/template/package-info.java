/** Texts with blanks from which statements are written, and which are never sent as they are. */
@org.springframework.modulith.NamedInterface("template")
package io.firebreak.statement.template;
