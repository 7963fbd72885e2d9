/** How much two texts are alike, whoever wrote them: what copies and coordinated posts are found by. */
@org.springframework.modulith.ApplicationModule(displayName = "Likeness of texts")
package io.firebreak.likeness;
