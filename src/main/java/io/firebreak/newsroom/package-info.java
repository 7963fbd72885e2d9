/**
 * The public site of official statements: what was released, rendered once and served from memory to everybody.
 *
 * <p>Knows nobody else in Firebreak. Others hand in a {@link io.firebreak.newsroom.NewsroomRelease} and get the address
 * of its page. What was released is never changed and never deleted; it is corrected in public.
 */
@ApplicationModule(displayName = "Newsroom")
package io.firebreak.newsroom;

import org.springframework.modulith.ApplicationModule;
