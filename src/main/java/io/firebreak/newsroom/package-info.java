/** The public site of official statements, with its feeds. */
@org.springframework.modulith.ApplicationModule(displayName = "Newsroom")
package io.firebreak.newsroom;
