/** Who wrote a comment, as far as signals tell: never a verdict, and a name only by people with evidence. */
@org.springframework.modulith.ApplicationModule(displayName = "Author verification")
package io.firebreak.author;
