/** Where the engine and replies meet: thin steps of the diagram {@code ReplyToComment}. */
package io.firebreak.reply.process;
