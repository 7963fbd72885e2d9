/** The answer to one comment: written by one person, agreed to by another, sent by hand, until it is calm or a crisis. */
@org.springframework.modulith.ApplicationModule(displayName = "Reply to a comment")
package io.firebreak.reply;
